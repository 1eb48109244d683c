"""What the keys of the records inside steps mean, in English and French; the empty key is the record itself."""

from __future__ import annotations

from parcours.schema.words_journey import Words

STEP_WORDS: Words = {
    "Feeling": {
        "": ("How good or bad a step is for a persona.", "Ce que ressent un persona lors d’un événement."),
        "persona": ("Whose feeling it is; everyone’s without it.", "Qui le ressent ; tous les personas à défaut."),
        "score": (
            "A score on the site’s scale, halves allowed.",
            "Une note sur l’échelle du site, demies permises.",
        ),
        "label": ("A word for it: `annoyed`.", "Un mot pour le dire : `agacée`."),
        "emoji": ("A face for it: 😤.", "Un visage pour le montrer : 😤."),
        "from": (
            "The score at the start of the step, when it moves.",
            "La note au début de l’événement, quand elle change.",
        ),
        "to": (
            "The score at the end of the step, when it moves.",
            "La note à la fin de l’événement, quand elle change.",
        ),
    },
    "Next": {
        "": ("A way on from a step.", "Une suite à un événement."),
        "to": (
            "The step it leads to: `pay`, or `buy-online#pay` in another journey.",
            "L’événement où elle mène : `payer`, ou `acheter#payer` dans un autre parcours.",
        ),
        "when": ("On what condition.", "À quelle condition."),
        "share": (
            "The share of customers who go this way: `20%`.",
            "La part des clients qui vont par là : `20%`.",
        ),
    },
    "Quote": {
        "": ("A verbatim.", "Un verbatim."),
        "text": ("The words, as they were said.", "Les mots, tels qu’ils ont été dits."),
        "from": ("The evidence they were taken from.", "La preuve d’où ils sont tirés."),
    },
    "Metric": {
        "": ("One measured figure.", "Une mesure."),
        "name": ("What is measured: `NPS`, `CSAT`.", "Ce qui est mesuré : `NPS`, `CSAT`."),
        "value": ("The figure, or words: `2 min 30`.", "Le chiffre, ou des mots : `2 min 30`."),
        "unit": ("What it is counted in: `minutes`.", "En quoi on compte : `minutes`."),
        "date": ("The day it was measured.", "Le jour de la mesure."),
        "sample": ("How many answers or cases it rests on.", "Sur combien de réponses ou de cas elle repose."),
        "source": ("The evidence it comes from.", "La preuve d’où elle vient."),
        "target": ("What is aimed at.", "Ce qui est visé."),
    },
    "SurveyMention": {
        "": (
            "A survey at a step: the id of its file, or told in place.",
            "Une enquête lors d’un événement : l’identifiant de son fichier, ou décrite sur place.",
        ),
        "id": ("The survey’s file in `content/surveys`.", "Le fichier de l’enquête dans `content/surveys`."),
        "name": ("What the survey is called.", "Le nom de l’enquête."),
        "channel": ("The channel it is asked on.", "Le canal par lequel elle est posée."),
        "subject": ("What it asks about.", "Ce sur quoi elle porte."),
        "indicators": ("What it measures: `CES`, `CSAT`.", "Ce qu’elle mesure : `CES`, `CSAT`."),
        "recurrence": ("How often it is asked.", "À quel rythme elle est posée."),
        "questions": ("Its questions, word for word.", "Ses questions, mot pour mot."),
        "owner": ("Who answers for it.", "Qui en répond."),
    },
    "OpportunityMention": {
        "": (
            "An opportunity at a step: the id of its file, or told in place.",
            "Une opportunité lors d’un événement : l’identifiant de son fichier, ou décrite sur place.",
        ),
        "id": (
            "The opportunity’s file in `content/opportunities`.",
            "Le fichier de l’opportunité dans `content/opportunities`.",
        ),
        "title": ("What could be better.", "Ce qui pourrait être mieux."),
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
        "owner": ("Who answers for it.", "Qui en répond."),
    },
    "Actor": {
        "": ("Who acts: a persona, a team or a system.", "Qui agit : un persona, une équipe ou un système."),
        "name": ("What the actor is called.", "Le nom de l’acteur."),
        "kind": (
            "`persona`, `team` or `system`.",
            "`persona`, `team` (équipe) ou `system` (système).",
        ),
    },
    "Lane": {
        "": ("A row of the map with a name of your own.", "Une ligne de la carte dont le nom est à vous."),
        "name": ("What the row is called.", "Le nom de la ligne."),
        "items": ("What stands in it.", "Ce qui s’y trouve."),
    },
    "Picture": {
        "": ("A picture or a video.", "Une image ou une vidéo."),
        "src": (
            "Its file: a path below `content`, or beside this page.",
            "Son fichier : un chemin dans `content`, ou à côté de cette page.",
        ),
        "alt": (
            "What it shows, for those who do not see it.",
            "Ce qu’elle montre, pour qui ne la voit pas.",
        ),
        "caption": ("A word below it.", "Un mot en dessous."),
    },
}
