"""What the keys of all other pages mean, in English and French; the empty key is the record itself."""

from __future__ import annotations

from parcours.schema.words_journey import Words

PAGE_WORDS: Words = {
    "Document": {
        "lang": (
            "The language of this page, when it is not that of the site.",
            "La langue de cette page, quand ce n’est pas celle du site.",
        ),
        "tags": ("Words that gather pages.", "Des mots qui rassemblent des pages."),
        "owner": ("Who answers for this page.", "Qui répond de cette page."),
        "reviewed": (
            "The last day somebody compared it with the facts: `2026-09-01`.",
            "Le dernier jour où on l’a comparée aux faits : `2026-09-01`.",
        ),
        "description": (
            "One sentence for lists and search engines.",
            "Une phrase pour les listes et les moteurs de recherche.",
        ),
    },
    "Persona": {
        "": (
            "A fictional person who stands for one segment of customers.",
            "Une personne fictive qui représente un segment de clients.",
        ),
        "kind": (
            "`persona`, `role`, `archetype`, or `anti-persona`: whom we do not serve.",
            "`persona`, `role` (rôle), `archetype` (archétype), ou `anti-persona` : qui l’on ne sert pas.",
        ),
        "name": ("Their name.", "Son nom."),
        "segment": ("The segment of customers they stand for.", "Le segment de clients que ce persona représente."),
        "age": ("An age, or a range: `35–44`.", "Un âge, ou une tranche : `35–44`."),
        "occupation": ("What they do for a living.", "Sa profession, sa CSP."),
        "location": ("Where they live.", "Où cette personne vit."),
        "portrait": ("Their picture; initials are drawn without one.", "Son image ; à défaut, ses initiales."),
        "pictures": ("More pictures: where they live, what they use.", "D’autres images : chez elle, ses objets."),
        "quote": ("One sentence in their own words.", "Une phrase avec ses propres mots."),
        "bio": ("Two sentences about their life.", "Deux phrases sur sa vie."),
        "goals": ("What they want to get done.", "Ce que la personne veut obtenir."),
        "needs": ("What they cannot do without.", "Ce dont elle ne peut se passer."),
        "motivations": ("What moves them.", "Ce qui la pousse."),
        "frustrations": ("What gets in their way.", "Ce qui la gêne."),
        "behaviours": ("What they do, as it was observed.", "Ce qu’elle fait, tel qu’on l’a observé."),
        "channels": ("The channels they prefer.", "Les canaux qu’elle préfère."),
        "devices": ("The devices they use.", "Les appareils qu’elle utilise."),
        "skills": (
            "What they can do, from 1 (beginner) to 5 (expert): `{Buying online: 3}`.",
            "Ce qu’elle sait faire, de 1 (débutant) à 5 (expert) : `{Achat en ligne: 3}`.",
        ),
        "empathy": ("The empathy map: six questions.", "La carte d’empathie : six questions."),
        "evidence": (
            "What it is known from: interviews, surveys, tickets.",
            "D’où on le sait : entretiens, enquêtes, réclamations.",
        ),
        "assumptions": ("What is believed without evidence yet.", "Ce que l’on croit sans preuve encore."),
    },
    "Skill": {
        "": ("A skill and how well it is mastered.", "Une compétence et sa maîtrise."),
        "name": ("The skill.", "La compétence."),
        "level": ("From 1 (beginner) to 5 (expert).", "De 1 (débutant) à 5 (expert)."),
    },
    "Empathy": {
        "": ("The empathy map of a persona.", "La carte d’empathie d’un persona."),
        "sees": ("What do they see?", "Que voit la personne ?"),
        "hears": ("What do they hear?", "Qu’entend-elle ?"),
        "thinks_feels": ("What do they think and feel?", "Que pense-t-elle et que ressent-elle ?"),
        "says_does": ("What do they say and do?", "Que dit-elle et que fait-elle ?"),
        "fears": ("What do they fear?", "Que craint-elle ?"),
        "hopes": ("What do they hope for?", "Qu’espère-t-elle ?"),
    },
    "Segment": {
        "": (
            "A group of customers with one kind of behaviour.",
            "Un groupe de clients qui ont un même comportement.",
        ),
        "name": ("What the segment is called.", "Le nom du segment."),
        "size": ("How large it is: `31 % of customers`.", "Sa taille : `31 % des clients`."),
        "evidence": ("What it is known from.", "D’où on le sait."),
    },
    "Channel": {
        "": (
            "A way the company and the customer meet.",
            "Une voie par laquelle l’entreprise et le client se rencontrent.",
        ),
        "name": ("What the channel is called.", "Le nom du canal."),
        "online": ("Whether it is online.", "S’il est en ligne (`online`) ou non (`offline`)."),
        "icon": (
            (
                "Its icon: `app`, `chat`, `email`, `home`, `phone`, `post`, `shop`, `sms`, `social` or `web`; "
                "without one, its name decides."
            ),
            (
                "Son icône : `app`, `chat`, `email`, `home`, `phone`, `post`, `shop`, `sms`, `social` ou `web` ; "
                "à défaut, son nom décide."
            ),
        ),
        "hours": (
            "When it is open: `Monday to Friday 9–18`, `{mon-fri: 9-18, sat: 9-12}`, `24/7`.",
            "Quand il est ouvert\u202f: `lundi au vendredi 9 h – 18 h`, `{lun-ven: 9-18, sam: 9-12}`, `24/7`.",
        ),
    },
    "Touchpoint": {
        "": ("Where a stage crosses a channel.", "Là où une étape croise un canal."),
        "name": ("What the touchpoint is called.", "Le nom du point de contact."),
        "channel": ("Its channel.", "Son canal."),
        "stage": ("Its stage, by id or by name.", "Son étape, par son identifiant ou son nom."),
        "evidence": ("What it is known from.", "D’où on le sait."),
        "metrics": ("Figures about it.", "Des mesures à son sujet."),
        "images": ("Pictures of it.", "Des images de lui."),
    },
    "Evidence": {
        "": (
            "One piece of research: an interview, a survey, analytics, a ticket.",
            "Un élément de recherche : un entretien, une enquête, des mesures, une réclamation.",
        ),
        "title": ("What it is called.", "Son titre."),
        "kind": (
            "Your word for it: `interview`; `import` where pages were only brought in from here: it proves nothing.",
            "Votre mot pour le dire : `entretien` ; `import` si des pages en viennent seulement : il ne prouve rien.",
        ),
        "date": ("The day it was made.", "Le jour où il a été fait."),
        "source": ("Who made it, or where it comes from.", "Qui l’a fait, ou d’où il vient."),
        "method": ("How it was made.", "Comment il a été fait."),
        "sample": ("How many people or cases it rests on.", "Sur combien de personnes ou de cas il repose."),
        "participants": ("Who took part.", "Qui y a participé."),
        "url": ("Where it can be read.", "Où il se lit."),
    },
    "Survey": {
        "": (
            "Where customers are asked, about what, and how often.",
            "Où l’on interroge les clients, sur quoi, et à quel rythme.",
        ),
        "name": ("What the survey is called.", "Le nom de l’enquête."),
        "channel": ("The channel it is asked on.", "Le canal par lequel elle est posée."),
        "subject": ("What it asks about.", "Ce sur quoi elle porte."),
        "indicators": ("What it measures: `CES`, `CSAT`.", "Ce qu’elle mesure : `CES`, `CSAT`."),
        "recurrence": ("How often it is asked.", "À quel rythme elle est posée."),
        "questions": ("Its questions, word for word.", "Ses questions, mot pour mot."),
    },
    "Opportunity": {
        "": (
            "What could be better, how much it would help and what it would cost.",
            "Ce qui pourrait être mieux, ce que cela apporterait et ce que cela coûterait.",
        ),
        "title": ("What could be better.", "Ce qui pourrait être mieux."),
        "steps": (
            "The steps it answers, of any journey: `buy-online#pay`.",
            "Les événements auxquels elle répond, de tout parcours : `acheter#payer`.",
        ),
        "solutions": ("The ways to seize it.", "Les manières de la saisir."),
        "impact": (
            "How much it would help: 1 (little) to 5 (much).",
            "Ce qu’elle apporterait : de 1 (peu) à 5 (beaucoup).",
        ),
        "effort": ("What it would cost: 1 (little) to 5 (much).", "Ce qu’elle coûterait : de 1 (peu) à 5 (beaucoup)."),
        "status": (
            "`idea`, `planned`, `doing`, `done` or `dropped`.",
            "`idea` (idée), `planned` (prévue), `doing` (en cours), `done` (faite) ou `dropped` (abandonnée).",
        ),
        "ticket": ("Where the work on it is followed.", "Où le travail est suivi."),
        "evidence": ("What it rests on.", "Ce sur quoi elle repose."),
    },
    "Solution": {
        "": ("One way to seize an opportunity.", "Une manière de saisir une opportunité."),
        "title": ("What would be done.", "Ce qui serait fait."),
        "status": (
            "`idea`, `planned`, `doing`, `done` or `dropped`.",
            "`idea` (idée), `planned` (prévue), `doing` (en cours), `done` (faite) ou `dropped` (abandonnée).",
        ),
        "owner": ("Who answers for it.", "Qui en répond."),
        "ticket": ("Where the work on it is followed.", "Où le travail est suivi."),
    },
}
