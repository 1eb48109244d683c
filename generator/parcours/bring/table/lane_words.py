"""What the lanes of a journey map are called, in ten languages: by the field of a step or a stage each one fills."""

from __future__ import annotations

LANE_WORDS: dict[str, str] = {
    "stage": """
        stage, stages, phase, phases, journey stage, journey phase, customer journey stage, moment, milestone,
        touchstage
        étape, étapes, étape du parcours, phase du parcours, moment du parcours
        etapa, etapas, fase, fases, fase del viaje, etapa del viaje, etapa da jornada, fase da jornada
        etappe, abschnitt, phasen, phase der reise, schritte der reise
        tappa, tappe, fasi, fase del percorso
        этап, этапы, стадия, стадии, фаза, фазы, этап пути
        ステージ, フェーズ, 段階, 局面, プロセス
        阶段, 階段, 旅程阶段, 旅程階段, 用户旅程阶段
        단계, 여정 단계, 스테이지, 페이즈
    """,
    "action": """
        step, steps, action, actions, activity, activities, task, tasks, customer actions, user actions, doing, does,
        behaviour, behavior, behaviours, behaviors, what they do, what the customer does, customer activities,
        what happens, process, process steps, customer steps, user steps
        événement, événements, activité, activités, action du client, actions du client, actions utilisateur,
        comportement, comportements, fait, ce que fait le client, tâche, tâches
        acción, acciones, actividad, actividades, paso, pasos, acciones del cliente, qué hace, tarea, tareas
        ação, ações, atividade, atividades, passo, passos, ações do cliente, o que faz, tarefa, tarefas
        aktion, aktionen, aktivität, aktivitäten, handlung, handlungen, schritt, schritte, tätigkeit, tätigkeiten,
        aufgabe, aufgaben, kundenaktionen, verhalten
        azione, azioni, attività, passo, passi, passaggio, passaggi, azioni del cliente, azioni utente, compito,
        compiti
        действие, действия, шаг, шаги, действия клиента, действия пользователя, задача, задачи, что делает
        行動, アクション, ユーザー行動, 顧客行動, 顧客の行動, ユーザーの行動, タスク, ステップ
        行为, 行動, 行为动作, 用户行为, 用戶行為, 动作, 操作, 用户行动, 任务, 步骤, 活动
        행동, 고객 행동, 사용자 행동, 활동, 액션, 과업, 태스크
    """,
    "touchpoint": """
        touchpoint, touchpoints, touch point, touch points, contact point, point of contact
        point de contact, points de contact
        punto de contacto, puntos de contacto, puntos de interacción
        ponto de contato, pontos de contato, ponto de contacto, pontos de contacto
        kontaktpunkt, kontaktpunkte, berührungspunkt, berührungspunkte
        punto di contatto, punti di contatto
        точка контакта, точки контакта, точка касания, точки касания, точки взаимодействия
        タッチポイント, 接点, 顧客接点, 触点
        触点, 接触点, 觸點, 接觸點
        접점, 터치포인트, 터치 포인트, 고객 접점
    """,
    "channel": """
        channel, channels, where, medium, media
        canal, canaux, canal de contact, où
        canales, dónde, medio, medios
        canais, onde, meio, meios
        kanal, kanäle, wo
        canale, canali, dove, mezzo
        канал, каналы, где
        チャネル, チャンネル, 媒体
        渠道, 通道, 频道
        채널, 매체
    """,
    "device": """
        device, devices
        appareil, appareils, terminal, support utilisé, dispositif
        dispositivo, dispositivos, aparelho
        gerät, geräte, endgerät
        dispositivi
        устройство, устройства
        デバイス, 端末
        设备, 設備, 终端
        기기, 디바이스
    """,
    "thinking": """
        thinking, thoughts, thought, thinks, think, what they think, questions, mindset
        pensée, pensées, pense, ce que pense le client, réflexions, questions du client
        pensamiento, pensamientos, qué piensa, piensa, preguntas
        pensamento, pensamentos, o que pensa, pensa, perguntas
        gedanke, gedanken, denkt, denken, fragen
        pensiero, pensieri, cosa pensa, domande
        мысли, мысль, что думает, думает, вопросы
        思考, 考え, 考えていること, 心の声
        想法, 思考, 用户想法, 所想, 疑问
        생각, 고객 생각, 사고, 질문
    """,
    "feeling": """
        feeling, feelings, emotion, emotions, emotional state, emotional experience, emotion score, emotional journey,
        emotion curve, emotional curve, mood, score, rating, sentiment, how they feel, customer feeling, experience,
        emotional score, emotional response
        ressenti, ressentis, sentiment, sentiments, émotion, émotions, courbe émotionnelle, humeur, note, vécu,
        éprouve
        emoción, emociones, sentimiento, sentimientos, qué siente, siente, curva emocional, puntuación
        emoção, emoções, sentimento, sentimentos, o que sente, sente, curva emocional, humor, pontuação
        gefühl, gefühle, emotionen, stimmung, emotionskurve, fühlt, bewertung, empfinden
        emozione, emozioni, sentimento, sentimenti, cosa prova, umore, curva emozionale, curva emotiva, punteggio
        эмоция, эмоции, чувство, чувства, что чувствует, настроение, оценка, эмоциональная кривая
        感情, 気持ち, 感情曲線, 感情の起伏, 感情スコア, エモーション
        情绪, 情緒, 感受, 情绪曲线, 用户情绪, 情感, 评分
        감정, 느낌, 감정 곡선, 고객 감정, 기분, 점수
    """,
    "satisfaction": """
        satisfaction, satisfaction score, csat score, zufriedenheit, satisfacción, satisfação, soddisfazione,
        удовлетворенность, 満足度, 满意度, 滿意度, 만족도
    """,
    "pain_points": """
        pain point, pain points, pains, pain, painpoints, frustration, frustrations, problem, problems, issue, issues,
        barrier, barriers, obstacle, friction, frictions, friction points, challenges, challenge, obstacles, blockers
        irritant, irritants, point de douleur, points de douleur, douleurs, douleur, points de friction, problème,
        problèmes, freins, frein, difficultés, difficulté, points faibles, points négatifs
        punto de dolor, puntos de dolor, dolores, problemas, problema, fricción, fricciones, frustraciones, barreras,
        obstáculos, dificultades
        ponto de dor, pontos de dor, dores, dor, fricções, frustrações, barreiras, dificuldades
        schmerzpunkt, schmerzpunkte, schwierigkeiten, probleme, hürden, hindernisse, frust, ärgernisse, frustrationen
        punto dolente, punti dolenti, punti di dolore, problemi, frustrazioni, ostacoli, attriti, difficoltà,
        criticità
        боль, боли, болевые точки, проблема, проблемы, барьеры, трудности, точки боли, сложности
        課題, 問題点, 不満, ペインポイント, 痛点, 悩み, 困りごと
        痛点, 痛點, 问题, 問題, 困难, 障碍, 用户痛点
        페인포인트, 페인 포인트, 불편, 불만, 문제점, 고충, 어려움, 문제
    """,
    "opportunities": """
        opportunity, opportunities, improvement, improvements, ideas, idea, solution, solutions, recommendations,
        opportunities for improvement, recommendation, areas of improvement, how might we
        opportunité, opportunités, amélioration, améliorations, pistes d'amélioration, idées, pistes,
        axes d'amélioration
        oportunidad, oportunidades, mejora, mejoras, oportunidades de mejora, ideas de mejora, soluciones
        oportunidade, melhoria, melhorias, oportunidades de melhoria, ideias, soluções
        chance, chancen, verbesserung, verbesserungen, möglichkeiten, ideen, lösungen, verbesserungspotenzial,
        potenziale
        opportunità, miglioramento, miglioramenti, idee, soluzioni, opportunità di miglioramento
        возможности, возможность, улучшения, идеи, решения, точки роста
        機会, 改善案, 改善点, 施策, 解決策, 対応策, アイデア, 打ち手
        机会, 機會, 机会点, 機會點, 改进, 改善, 解决方案, 优化点
        기회, 개선, 개선점, 개선 방안, 아이디어, 해결책, 기회 영역
    """,
    "quote": """
        quote, quotes, verbatim, verbatims, in their words, says, say, said, saying, customer quotes
        citation, citations, dit, paroles
        cita, citas, dice, frases
        citação, citações, diz, falas
        zitat, zitate, sagt, o-ton
        citazione, citazioni, dice
        цитата, цитаты, говорит
        発言, ユーザーの声, 顧客の声, 引用
        引用, 用户原话, 原话, 用户声音
        인용, 고객의 소리, 고객 발언, 말
    """,
    "expects": """
        expectation, expectations, expects, customer expectations, needs, need, wants, customer needs
        attente, attentes, besoin, besoins, attend, attentes du client, besoins du client
        expectativa, expectativas, necesidad, necesidades, espera
        necessidade, necessidades
        erwartung, erwartungen, bedürfnis, bedürfnisse, bedarf, erwartet
        aspettativa, aspettative, bisogno, bisogni, esigenze
        ожидание, ожидания, потребность, потребности
        期待, ニーズ, 要望, 欲求
        期望, 需求, 用户需求, 期待
        기대, 니즈, 요구, 고객 니즈, 기대사항
    """,
    "motivation": """
        motivation, motivations, trigger, triggers, why, driver, drivers, motive
        motivations du client, déclencheur, déclencheurs, pourquoi
        motivación, motivaciones, disparador, por qué
        motivação, motivações, gatilho, por quê
        beweggrund, auslöser, motive, warum
        motivazione, motivazioni, innesco, perché
        мотивация, мотивы, триггер, почему
        動機, きっかけ, モチベーション
        动机, 動機, 触发
        동기, 계기
    """,
    "goal": """
        goal, goals, objective, objectives, customer goal, customer goals, user goals, user goal,
        jobs to be done, purpose
        but, buts, objectif, objectifs, objectif du client
        objetivo, objetivos, meta, metas
        ziel, ziele, kundenziel, kundenziele, nutzerziel
        obiettivo, obiettivi, scopo
        цель, цели, цель клиента, цели клиента
        目的, 目標, ゴール
        目标, 目標, 用户目标
        목표, 목적, 고객 목표
    """,
    "frontstage": """
        frontstage, front stage, frontstage actions, onstage, visible actions, employee actions, staff actions,
        front office
        actions visibles, avant-scène, scène visible, front-office, actions en front
        acciones visibles, escenario frontal, acciones del personal
        ações visíveis, linha de frente
        sichtbare aktionen, mitarbeiteraktionen
        azioni visibili
        видимые действия, фронтстейдж
        フロントステージ, 表舞台, 接客
        前台, 前台行为, 可见行为
        프론트스테이지, 전면, 무대 앞
    """,
    "backstage": """
        backstage, back stage, backoffice, backstage actions, invisible actions, internal actions, back office
        actions invisibles, coulisses, back-office, arrière-scène, actions internes
        acciones invisibles, trastienda, bastidores, acciones internas
        ações invisíveis, ações internas, retaguarda
        unsichtbare aktionen, hinter den kulissen, interne aktionen
        dietro le quinte, azioni interne
        бэкстейдж, внутренние действия, невидимые действия
        バックステージ, 舞台裏, 裏側
        后台, 後台, 后台行为
        백스테이지, 무대 뒤, 후면
    """,
    "support": """
        support processes, support process, supporting processes, support, systems, system, technology, tools
        processus de support, processus support, outils, systèmes, système
        procesos de soporte, procesos de apoyo, sistemas, herramientas
        processos de suporte, processos de apoio, ferramentas
        unterstützende prozesse, supportprozesse, systeme, werkzeuge
        processi di supporto, sistemi, strumenti
        поддерживающие процессы, процессы поддержки, системы, инструменты
        サポートプロセス, 支援プロセス, システム
        支持流程, 支撑流程, 系统, 工具
        지원 프로세스, 시스템, 도구
    """,
    "physical_evidence": """
        physical evidence, evidence of service, props, artifacts, artefacts
        preuves physiques, preuve physique, supports physiques
        evidencia física, evidencias físicas, evidência física, evidências físicas
        physische beweise, physische belege, prove fisiche, evidenze fisiche
        физические свидетельства, 物的証拠, 有形展示, 实体证据, 물리적 증거
    """,
    "moment_of_truth": """
        moment of truth, moments of truth, moment de vérité, moments de vérité, momento de la verdad,
        momentos de la verdad,
        momento da verdade, momentos da verdade, moment der wahrheit, momente der wahrheit, momento della verità,
        момент истины, 真実の瞬間, 关键时刻, 關鍵時刻, 진실의 순간, 결정적 순간
    """,
    "owner": """
        owner, owners, responsible, teams, teams involved, involved teams,
        department, departments, ownership, internal ownership, team, process owner
        responsable, responsables, service responsable, propriétaire, pilote, service concerné
        departamento, propietario, área responsable, responsável, área responsável, dono
        verantwortlich, verantwortliche, verantwortlicher, abteilung, zuständig
        responsabile, responsabili, reparto, proprietario
        ответственный, владелец, отдел
        担当, 担当者, 担当部署, 責任者
        负责人, 負責人, 责任部门
        담당, 담당자, 담당 부서, 책임자
    """,
    "duration": """
        duration, time spent, length, how long
        durée, duración, duração, dauer, durata, длительность, продолжительность, 所要時間, 期間, 时长, 時長,
        소요 시간, 기간
    """,
    "actors": """
        actor, actors, who, acteur, acteurs, qui, actores, quién, ator, atores, quem, akteur, akteure, wer,
        attore, attori, chi, участник, участники, кто, アクター, 登場人物, 参与者, 角色, 행위자, 참여자
    """,
    "persona": """
        persona, personas, customer persona, user persona, персона, персонаж, ペルソナ, 用户画像, 人物角色, 페르소나
    """,
    "evidence": """
        evidence, source, sources, research, preuve, preuves, fuente, fuentes, fonte, fontes, quelle, quellen, beleg,
        belege, fonti, источник, источники, 根拠, 出典, 依据, 来源, 근거, 출처
    """,
    "description": """
        description, details, detail, notes, note complémentaire, commentaire, commentaires, comments, détails,
        remarques
        descripción, detalles, notas, descrição, detalhes, beschreibung, anmerkungen, notizen, bemerkungen
        descrizione, dettagli, описание, заметки, комментарии, 説明, 備考, メモ, 描述, 说明, 備註, 备注, 설명,
        비고, 메모
    """,
}
"""Phrases apart by commas or lines. Some (``perguntas``, ``Probleme``) are the customer's questions and problems."""

QUALIFIERS = """
    customer customers user users client clients visitor consumer the of s their our journey lane level stage map
    du de des la le les l d utilisateur utilisateurs cliente del della dei delle do da dos der die das kunden kunde
    nutzer usuario usuarios usuário utente utenti клиента пользователя 顧客の 顧客 ユーザー ユーザーの 用户 客户
    고객 고객의 사용자
"""
"""Words that say whose lane it is; what is left without them is looked up again."""

NOT_A_MAP = """
    name, age, occupation, job, job title, gender, location, city, bio, biography, education, income, family, hobbies
    nom, prénom, âge, profession, métier, lieu, ville, sexe, genre, biographie, formation, revenu, situation familiale
    nombre, edad, ocupación, profesión, ciudad, género, biografía, ingresos
    nome, idade, ocupação, profissão, cidade, età, professione, occupazione, città
    alter, beruf, wohnort, geschlecht, ausbildung, einkommen, vorname
    имя, возраст, профессия, город, пол, образование
    名前, 氏名, 年齢, 職業, 性別, 居住地, 姓名, 年龄, 年齡, 职业, 職業, 性别, 이름, 나이, 직업, 성별, 거주지
"""
"""What tables of personas ask: two of these, and a table is none of a journey."""

EVENT_WORDS = """
    timestamp, time stamp, datetime, date time, date, time, event time, created at, occurred at, case id,
    caseid, case,
    customer id, customerid, user id, userid, session id, session, visitor id, client id, event, event type,
    event name,
    event id, order id, id
    horodatage, date et heure, heure, identifiant client, identifiant, id client, événement, type d'événement
    marca de tiempo, fecha, hora, id cliente, evento, data, data e ora, data e hora, zeitstempel, datum, uhrzeit,
    kunden-id, kundennummer, ereignis, fall-id, время, дата, ид клиента, событие, 日時, 顧客id, イベント, 时间,
    時間, 时间戳,
    用户id, 事件, 시간, 일시, 고객 id, 이벤트
"""
"""What the columns of an event log are called."""
