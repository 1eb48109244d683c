"""What persona pages call the parts of a persona, in ten languages: from a heading, a bold word or a cell to a field.

A line of words a language: English, French, Spanish, Portuguese, German, Italian, Russian, Japanese, Chinese, Korean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from parcours.source.address import slug

FIELDS: Mapping[str, str] = {
    "name": """name|full name|persona name|fictional name|persona|user persona
        nom|prénom|nom complet|nom du persona
        nombre|nombre completo|nombre de la persona
        nome completo|nome da persona
        name der persona|vorname
        nome|nome del personaggio|nome e cognome
        имя|имя персонажа|фио
        名前|氏名|ペルソナ名
        姓名|名字|名称
        이름|성명""",
    "kind": """kind|type|persona type
        type de persona|genre de persona
        tipo|tipo de persona
        tipo de usuário
        art|typ|persona-typ
        tipo di persona
        тип|тип персоны
        種類|タイプ
        类型|類型
        유형""",
    "segment": """segment|customer segment|market segment|group|user group|target group|audience
        segment de clientèle|segment client|groupe|cible|public cible
        segmento|segmento de clientes|grupo|público objetivo
        segmento de mercado|público-alvo|público alvo
        zielgruppe|kundensegment|gruppe
        segmento di clientela|gruppo|target
        сегмент|группа|целевая группа|аудитория
        セグメント|顧客層|対象者
        细分|细分市场|用户群|用户群体|目标群体|客群
        세그먼트|고객군|대상""",
    "age": """age|age range|age group
        âge|tranche d'âge
        edad|rango de edad
        idade|faixa etária
        alter|altersgruppe
        età|fascia d'età
        возраст
        年齢|年代
        年龄|年齡
        나이|연령|연령대""",
    "occupation": """occupation|job|job title|profession|role|position|work|career|title|job role
        profession|métier|poste|fonction|emploi|csp|catégorie socioprofessionnelle|rôle|travail
        ocupación|profesión|trabajo|puesto|cargo|rol|empleo
        ocupação|profissão|trabalho|função|papel|emprego
        beruf|tätigkeit|position|rolle|arbeit|berufsbezeichnung
        occupazione|professione|lavoro|ruolo|mestiere
        профессия|работа|должность|роль|род занятий
        職業|仕事|役職|職種|役割
        职业|職業|工作|职位|角色
        직업|직무|직책|역할""",
    "location": """location|city|place|residence|lives in|home|based in|country|where they live
        lieu|ville|localisation|résidence|lieu de résidence|habitation|lieu de vie|pays
        ubicación|ciudad|lugar|residencia|localización|lugar de residencia|país
        localização|cidade|local|residência
        wohnort|ort|standort|stadt|land
        località|luogo|città|residenza|luogo di residenza|paese
        местоположение|город|место жительства|локация|страна
        居住地|住まい|場所|所在地|出身地
        居住地|所在地|城市|地点|地區|位置
        거주지|지역|위치|사는 곳""",
    "portrait": """portrait|photo|picture|image|avatar|photograph
        photographie|illustration
        foto|imagen|retrato|fotografía
        imagem|fotografia
        bild|porträt
        immagine|ritratto
        фото|портрет|изображение|аватар
        写真|画像|肖像|アバター
        照片|图片|肖像|头像
        사진|이미지|초상""",
    "quote": """quote|quotation|motto|key quote|verbatim|in their own words|tagline
        citation|devise|phrase clé|en une phrase
        cita|frase|lema|cita clave
        citação|frase|lema
        zitat|leitsatz
        citazione|frase tipica
        цитата|девиз
        引用|一言|口癖|セリフ|名言|コメント
        引言|引语|名言|座右铭|格言|语录
        인용|인용구|한마디|좌우명|명언""",
    "bio": """bio|biography|background|about|description|profile|summary|story|overview|introduction|who|who are they
        biographie|profil|à propos|histoire|résumé|présentation|contexte|portrait général|qui est-ce
        biografía|descripción|perfil|acerca de|historia|resumen|antecedentes|quién es
        biografia|descrição|perfil|sobre|história|resumo|contexto
        beschreibung|hintergrund|über|biografie|steckbrief|geschichte|kurzbeschreibung
        biografia|descrizione|profilo|storia|informazioni|chi è
        биография|описание|о персоне|история|профиль|о себе|предыстория
        プロフィール|経歴|背景|紹介|概要|人物像|説明
        简介|背景|描述|关于|故事|概述|个人简介|人物简介
        소개|배경|설명|프로필|약력|개요""",
    "goals": """goals|goal|objectives|objective|aims|aim|tasks|jobs to be done|jobs|key goals|end goals|success criteria
        objectifs|objectif|buts|but|tâches
        objetivos|objetivo|metas|meta|tareas
        objetivos|metas|tarefas
        ziele|ziel|aufgaben
        obiettivi|obiettivo|scopi|compiti
        цели|цель|задачи
        目標|ゴール|目的|達成したいこと
        目标|目標|目的|任务
        목표|목적|과제""",
    "needs": """needs|need|requirements|wants|expectations|what they need|user needs|what they need to do
        what do they need to do|what does she need to do|what does he need to do
        besoins|besoin|attentes|exigences|de quoi ont-ils besoin
        necesidades|necesidad|requisitos|expectativas|necesita
        necessidades|necessidade|requisitos|expectativas
        bedürfnisse|bedürfnis|bedarf|anforderungen|erwartungen|wünsche
        bisogni|bisogno|esigenze|necessità|aspettative
        потребности|нужды|ожидания|требования
        ニーズ|要望|必要なこと|求めること|期待
        需求|需要|期望|要求
        니즈|요구|필요|욕구|요구사항|기대""",
    "motivations": """motivations|motivation|drivers|values|interests|what drives them|incentives|why
        motivations|moteurs|valeurs|leviers|centres d'intérêt
        motivaciones|motivación|valores|intereses
        motivações|motivação|valores|interesses
        motivation|motivationen|antrieb|werte|interessen
        motivazioni|motivazione|valori|interessi
        мотивация|мотивации|мотивы|ценности|интересы
        動機|モチベーション|価値観|動機付け|関心
        动机|動機|价值观|兴趣|驱动力
        동기|동기부여|가치관|관심사""",
    "frustrations": """frustrations|frustration|pain points|pain point|challenges|problems|issues|obstacles|barriers
        irritants|points de douleur|problèmes|difficultés|freins|obstacles|points de friction|défis
        frustraciones|frustración|puntos de dolor|problemas|retos|desafíos|obstáculos|dificultades
        frustrações|pontos de dor|problemas|desafios|obstáculos|dificuldades
        frustrationen|schmerzpunkte|probleme|herausforderungen|hindernisse|ärgernisse
        frustrazioni|punti dolenti|problemi|sfide|ostacoli|difficoltà
        разочарования|проблемы|трудности|препятствия|фрустрации|болевые точки
        不満|課題|悩み|フラストレーション|困っていること|問題点|ペインポイント
        痛点|痛點|挫折|困扰|问题|挑战|烦恼|不满
        불만|고충|문제점|어려움|좌절|페인포인트|불편""",
    "behaviours": """behaviours|behaviors|behaviour|behavior|habits|habit|activities|routines|daily routine
        comportements|comportement|habitudes|usages|activités
        comportamientos|comportamiento|hábitos|conductas|actividades
        comportamentos|comportamento|hábitos|atividades
        verhalten|verhaltensweisen|gewohnheiten|aktivitäten
        comportamenti|comportamento|abitudini|attività
        поведение|привычки|модели поведения
        行動|習慣|行動パターン|行動特性
        行为|行為|习惯|行为特征|行为习惯
        행동|습관|행동 패턴|행동 특성""",
    "channels": """channels|channel|preferred channels|preferred channel|media|social media|social networks
        canaux|canaux préférés|canal préféré|médias|réseaux sociaux
        canales|canal|canales preferidos|medios|redes sociales
        canais|canais preferidos|mídias|redes sociais
        kanäle|kanal|bevorzugte kanäle|medien|soziale medien
        canali|canali preferiti|media preferiti|social
        каналы|каналы связи|предпочитаемые каналы|соцсети|медиа
        チャネル|チャンネル|利用チャネル|メディア
        渠道|常用渠道|媒体|社交媒体
        채널|선호 채널|매체|미디어""",
    "devices": """devices|device|technology|tech|hardware|equipment|tools
        appareils|appareil|équipement|équipements|terminaux|technologies|outils
        dispositivos|dispositivo|tecnología|equipos|herramientas
        aparelhos|dispositivos|tecnologia|equipamentos|ferramentas
        geräte|gerät|technik|ausstattung|werkzeuge
        dispositivi|dispositivo|tecnologia|strumenti
        устройства|техника|технологии|инструменты
        デバイス|端末|使用機器|利用デバイス|ツール
        设备|設備|使用设备|工具
        기기|디바이스|장치|사용 기기|도구""",
    "skills": """skills|skill|abilities|knowledge|expertise|competencies|tech skills|technical skills|digital skills
        compétences|compétence|savoir-faire|aisance numérique|compétences numériques
        habilidades|competencias|destrezas|conocimientos
        habilidades|competências|conhecimentos
        fähigkeiten|kenntnisse|kompetenzen
        competenze|abilità|capacità|conoscenze
        навыки|умения|компетенции|знания
        スキル|能力|技能|知識
        技能|能力|知识
        기술|능력|역량|스킬""",
    "assumptions": """assumptions|assumption|hypotheses|hypothesis
        hypothèses|hypothèse|suppositions
        supuestos|hipótesis|suposiciones
        suposições|hipóteses|premissas
        annahmen|hypothesen
        ipotesi|supposizioni
        гипотезы|предположения|допущения
        仮説|仮定|前提
        假设|假設
        가정|가설""",
    "evidence": """evidence|sources|source|research|based on
        preuves|sources d'information|données sources|recherche
        evidencias|fuentes|fuente
        evidências|fontes
        belege|quellen|quelle
        prove|fonti
        источники|источник|данные исследований
        根拠|出典|調査
        证据|来源|依据
        근거|출처""",
    "tags": """tags|keywords
        étiquettes|mots-clés
        etiquetas
        palavras-chave
        schlagworte|schlagwörter
        etichette|parole chiave
        теги|метки
        タグ
        标签|標籤
        태그""",
    "owner": """owner|persona owner
        responsable
        propietario
        responsável
        verantwortlich
        responsabile
        ответственный|владелец
        担当者
        负责人
        담당자""",
}
"""The fields of a persona that are told under a word."""

EMPATHY: Mapping[str, str] = {
    "sees": """sees|see|what do they see|what does she see|what does he see
        voit|ce qu'il voit|ce qu'elle voit|que voit-il|que voit-elle|il voit|elle voit
        ve|qué ve|que ve
        vê|o que vê|o que ele vê
        sieht|was sieht sie|was sieht er
        vede|cosa vede|che cosa vede
        видит|что видит
        見る|見ていること|見ているもの|見えているもの
        看|看到|看见
        보는 것|본다|보기""",
    "hears": """hears|hear|what do they hear|what does she hear|what does he hear
        entend|ce qu'il entend|ce qu'elle entend|qu'entend-il|qu'entend-elle|il entend|elle entend
        oye|escucha|qué oye|qué escucha
        ouve|escuta|o que ouve|o que ele ouve
        hört|was hört sie|was hört er
        sente|ascolta|cosa sente|che cosa sente
        слышит|что слышит
        聞く|聞いていること|聞こえること
        听|听到|听见
        듣는 것|듣는다|듣기""",
    "thinks_feels": """thinks|think|feels|feel|thinks and feels|think and feel|thinks feels|feelings|thoughts|emotions
        what do they think and feel|what does she think and feel|what does he think and feel|what do they think
        what do they feel
        pense|ressent|pense et ressent|pensées|ressenti|émotions|que pense-t-il|que ressent-il
        piensa|siente|piensa y siente|qué piensa y siente|qué piensa|qué siente|emociones
        pensa|sente|pensa e sente|o que pensa e sente|o que ele pensa e sente
        denkt|fühlt|denkt und fühlt|gefühle|gedanken|was denkt und fühlt sie
        pensa|prova|pensa e prova|pensa e sente|cosa pensa e prova
        думает|чувствует|думает и чувствует|мысли|чувства|эмоции|что думает и чувствует
        考える|感じる|考え感じること|考えていること|感じていること|思考|感情
        想|感受|思考|感觉|想法|想法和感受|情绪
        생각|느낌|생각과 느낌|감정|생각하고 느끼는 것""",
    "says_does": """says|say|does|do|says and does|say and do|says does|what do they say|what do they do
        what do they say and do|what does she say and do|what does he say and do|actions
        dit|fait|dit et fait|que dit-il|que fait-il|paroles|actes
        dice|hace|dice y hace|qué dice y hace|qué dice|qué hace
        diz|faz|diz e faz|fala e faz|fala|o que fala e faz|o que diz e faz
        sagt|tut|macht|sagt und tut|was sagt und tut sie
        dice|fa|dice e fa|cosa dice e fa
        говорит|делает|говорит и делает|что говорит и делает
        言う|行う|言動|話す|する|言っていること|行っていること
        说|做|说和做|言行
        말|행동하는 것|말과 행동|말하고 행동하는 것""",
    "fears": """fears|fear|worries|concerns|anxieties|afraid of
        peurs|craintes|inquiétudes|ses peurs
        miedos|temores|preocupaciones
        medos|receios|preocupações
        ängste|sorgen|befürchtungen
        paure|timori|preoccupazioni
        страхи|опасения|тревоги
        不安|恐れ|心配
        恐惧|担忧|害怕|顾虑
        두려움|걱정|불안""",
    "hopes": """hopes|hope|aspirations|dreams|wishes|desires
        espoirs|aspirations|rêves|souhaits|désirs
        esperanzas|aspiraciones|sueños|deseos
        esperanças|aspirações|sonhos|desejos
        hoffnungen|träume|aspirationen
        speranze|aspirazioni|sogni|desideri
        надежды|мечты|стремления|желания
        希望|願い|夢|期待していること|理想
        希望|愿望|梦想|渴望
        희망|바람|꿈|소망""",
}
"""The six questions of the empathy map."""

PAINS = """pains|pain|douleurs|dolores|esfuerzos|dor|dores|schmerzen|schmerz|leiden|dolori|dolore|боль|боли
    痛み|ペイン|苦痛|痛苦|고통|통증"""
GAINS = """gains|gain|bénéfices|gains attendus|ganancias|beneficios|resultados|ganhos|gewinne|nutzen|gewinn
    vantaggi|guadagni|benefici|выгоды|выгода|得られるもの|ゲイン|利得|收益|收获|得到|이득|얻는 것"""
ABOUT = """who are we empathizing with|who are we empathising with|empathizing with|avec qui empathisons-nous
    con quién empatizamos|quién|com quem estamos empatizando"""

EMPATHY_MAP = """empathy map|empathy|carte d'empathie|empathie|mapa de empatía|empatía|mapa de empatia|empatia
    empathy-map|empathiekarte|mappa dell'empatia|mappa di empatia|карта эмпатии|эмпатия
    共感マップ|エンパシーマップ|共感图|同理心地图|移情图|공감 지도|공감지도"""

PAGE_WORDS = """personas|persona|user personas|our personas|user persona|buyer personas|users|our users|profiles
    les personas|nos personas|utilisateurs|profils|usuarios|perfiles|nuestras personas|usuários|perfis|as personas
    nutzer|die personas|unsere personas|utenti|profili|le personas|персоны|персонажи|пользователи|наши персоны
    ペルソナ|ペルソナ一覧|ユーザー|用户画像|人物画像|画像|用户|페르소나|사용자"""
"""What a heading says of a page that holds personas: nobody's name."""

CONTAINERS = """demographics|demographic|details|personal details|personal information|basic information|facts|info
    information|key facts|at a glance|informations|données démographiques|démographie|informations personnelles
    datos demográficos|demografía|datos personales|datos|dados demográficos|dados pessoais|demografia
    demografische daten|demografie|persönliche daten|eckdaten|dati demografici|dati personali|anagrafica
    демография|демографические данные|личные данные|基本情報|基本データ|デモグラフィック|属性
    基本信息|人口统计|个人信息|기본 정보|인구통계|기본정보"""
"""Headings that only gather other labels."""

_ARTICLES = re.compile(
    r"^(?:(?:her|his|their|my|our|key|main|top|primary|core|user|personal|typical|the|ses|son|sa|leurs|mes|les|la|le|l"
    r"|principaux|principales|sus|su|mis|los|las|el|principales|seus|suas|os|as|o|a|principais|ihre|seine|meine|die"
    r"|der|das|wichtigste|suoi|sue|i|gli|principali)-)+"
)
_TRAILING = re.compile(r"-(?:of-.*|for-.*|clés?|cle|cles|clave|chave)$")
_JOINS = re.compile(
    r"\s*(?:&|/|\+|,|、|・|·|\band\b|\bet\b|\by\b|\be\b|\bund\b|\bи\b|と|和|与|及|및)\s*", re.IGNORECASE
)
_ASKING = frozenset(
    "what do does they she he it her his their you we i our user customer persona and or is are a t que qu ce il elle "
    "ils elles on et sa son ses qui quoi se y el ella ellos la le les cosa che lei lui e o ele ela eles ela's was sie "
    "er und der die wir man что он она они и".split()
)
_POSSESSIVE = re.compile(r"^[^\W\d]+[’']s\s+", re.UNICODE)
_NUMBERING = re.compile(r"^\s*(?:\(?\d{1,2}[.)]\s*|[#№]\s*\d+\s*|\d\ufe0f?\u20e3\s*)")


def words_of(told: str) -> frozenset[str]:
    """The words of a list parted by bars and lines, folded like labels are."""
    return frozenset(folded for word in re.split(r"[|\n]", told) if (folded := slug(word.strip())))


def _by_word() -> Iterator[tuple[str, str]]:
    for field, told in (*FIELDS.items(), *((f"empathy.{field}", told) for field, told in EMPATHY.items())):
        yield from ((word, field) for word in words_of(told))
    for field, told in (("pains", PAINS), ("gains", GAINS), ("about", ABOUT)):
        yield from ((word, field) for word in words_of(told))
    yield from ((word, "empathy") for word in words_of(EMPATHY_MAP))
    yield from ((word, "group") for word in words_of(CONTAINERS))


@lru_cache(maxsize=1)
def _known() -> Mapping[str, str]:
    """Fields by their folded words; a word that several fields claim belongs to the first."""
    found: dict[str, str] = {}
    for word, field in _by_word():
        found.setdefault(word, field)
    return found


@lru_cache(maxsize=1)
def _page_words() -> frozenset[str]:
    return words_of(PAGE_WORDS)


@lru_cache(maxsize=4096)
def field_of(label: str) -> str:
    """The field a label stands for; empty where it is none.

    Besides the fields of a persona (those of the empathy map as ``empathy.sees``): ``pains`` and ``gains``, which mean
    one thing on an empathy map and another off it; ``about``, its seventh question; ``empathy`` and ``group``, which
    only gather others.
    """
    plain = _NUMBERING.sub("", label).strip(" *_:：?？!.-–—\t")
    if len(plain) > 60:
        return ""
    whole = _looked_up(plain)
    if whole:
        return whole
    parts = [part for part in _JOINS.split(plain) if part.strip()]
    first = [_looked_up(part) for part in parts] if 1 < len(parts) <= 3 else []
    return first[0] if first and all(first) else _asked(plain)


def _asked(question: str) -> str:
    """The field that all words of a question of the empathy map stand for, but for those every question has."""
    words = [word for word in slug(question.replace("’", "'")).split("-") if word not in _ASKING]
    fields = {_known().get(word, "") for word in words} if len(words) <= 3 else {""}
    field = fields.pop() if len(fields) == 1 else ""
    return field if field.startswith("empathy.") else ""


def _looked_up(label: str) -> str:
    known = _known()
    key = slug(_POSSESSIVE.sub("", label.replace("’", "'")))
    for one in (slug(label), key, _ARTICLES.sub("", key), _TRAILING.sub("", _ARTICLES.sub("", key))):
        if one in known:
            return known[one]
    return ""


def is_page_word(heading: str) -> bool:
    """Whether a heading names a page of personas rather than a person."""
    return slug(_NUMBERING.sub("", heading)) in _page_words()
