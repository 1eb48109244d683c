"""What persona pages call the fields of a persona, in ten languages.

A line of words a language: English, French, Spanish, Portuguese, German, Italian, Russian, Japanese, Chinese, Korean.
"""

from __future__ import annotations

from collections.abc import Mapping

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
