"""What persona pages call the questions of an empathy map, and what only gathers others, in ten languages."""

from __future__ import annotations

from collections.abc import Mapping

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
