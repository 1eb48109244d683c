"""What the keys of journeys, stages and steps mean, in English and French; the empty key is the record itself."""

from __future__ import annotations

Words = dict[str, dict[str, tuple[str, str]]]

JOURNEY_WORDS: Words = {
    "Journey": {
        "": (
            "A customer journey map, or an experience map.",
            "Une carte de parcours client, ou une carte d’expérience.",
        ),
        "title": ("What the map is called.", "Le nom de la carte."),
        "kind": (
            "`journey`: with one company, product or service; `experience`: what a person lives through without one.",
            (
                "`journey` : avec une entreprise, un produit ou un service ; `experience` : ce que vit une personne, "
                "sans eux."
            ),
        ),
        "state": (
            "`current`: as it is; `future`: as it should become.",
            "`current` : tel qu’il est ; `future` : ce qu’il devrait devenir.",
        ),
        "of": (
            "The current journey that this future one answers.",
            "Le parcours actuel auquel répond ce parcours futur.",
        ),
        "personas": (
            "The personas who take this journey: each has a file in `content/personas`.",
            "Les personas qui vivent ce parcours : chacun a un fichier dans `content/personas`.",
        ),
        "actors": (
            "Who else acts: people, teams or systems.",
            "Qui d’autre agit : des personnes, des équipes ou des systèmes.",
        ),
        "scenario": ("What happens, to whom, and why now.", "Ce qui se passe, pour qui, et pourquoi maintenant."),
        "trigger": ("What sets the journey off.", "Ce qui déclenche le parcours."),
        "goal": ("What the customer wants in the end.", "Ce que le client veut au bout du compte."),
        "status": (
            "How far the map has come: `draft`, `reviewed`, `validated` or `retired`.",
            (
                "Où en est la carte : `draft` (brouillon), `reviewed` (relue), `validated` (validée) "
                "ou `retired` (retirée)."
            ),
        ),
        "review_every": (
            "How often the map is compared with the facts again: `6 months`, `1 year`.",
            "À quel rythme la carte est de nouveau comparée aux faits : `6 mois`, `1 an`.",
        ),
        "duration": (
            "How long the journey takes, in free words: `three weeks`.",
            "Combien de temps dure le parcours, librement : `trois semaines`.",
        ),
        "evidence": (
            "What the whole map rests on: interviews, surveys, tickets, analytics.",
            "Ce sur quoi repose toute la carte : entretiens, enquêtes, réclamations, mesures.",
        ),
        "assumptions": ("What is believed without evidence yet.", "Ce que l’on croit sans preuve encore."),
        "metrics": ("Figures about the whole journey.", "Des mesures sur tout le parcours."),
        "images": ("Pictures of the whole map.", "Des images de toute la carte."),
        "stages": (
            "The stages of the journey, in order: any list of stages will do.",
            "Les étapes du parcours, dans l’ordre : toute liste d’étapes convient.",
        ),
    },
    "Stage": {
        "": ("A part of a journey: its steps.", "Une partie d’un parcours : ses événements."),
        "id": (
            "Only when something points at this stage; else its name serves.",
            "Seulement si quelque chose renvoie à cette étape ; sinon son nom suffit.",
        ),
        "name": ("What the stage is called: `Awareness`.", "Le nom de l’étape : `Sensibilisation`."),
        "phase": (
            "Where it stands in the purchase cycle, so that maps can be read beside each other; guessed from its name.",
            "Sa place dans le cycle d’achat, pour lire les cartes côte à côte ; à défaut, devinée d’après son nom.",
        ),
        "goal": ("What this stage is for, to the customer.", "À quoi sert cette étape, pour le client."),
        "description": ("A few words about the stage.", "Quelques mots sur l’étape."),
        "lanes": (
            "Rows of your own across the stage: `{Weather: Rain half of the time}`.",
            "Des lignes à vous sur toute l’étape : `{Météo: Pluie une fois sur deux}`.",
        ),
        "metrics": ("Figures about the whole stage.", "Des mesures sur toute l’étape."),
        "evidence": ("What this stage rests on.", "Ce sur quoi repose cette étape."),
        "images": ("Pictures of the stage.", "Des images de l’étape."),
        "steps": ("What the customer does, in order.", "Ce que fait le client, dans l’ordre."),
    },
    "StageFile": {
        "": (
            "A stage in a file of its own, in the folder of its journey; files follow each other in name order.",
            "Une étape dans un fichier à elle, dans le dossier de son parcours ; les fichiers se suivent par nom.",
        ),
        "lang": (
            "The language of this file, when it is not that of the site.",
            "La langue de ce fichier, quand ce n’est pas celle du site.",
        ),
    },
    "Step": {
        "": ("One thing the customer does.", "Une chose que fait le client."),
        "id": (
            "What others call this step by: `next: pay`, `buy-online#pay`. Without one, the action serves.",
            "Par quoi on renvoie à cet événement : `next: payer`, `acheter#payer`. À défaut, l’action sert.",
        ),
        "action": ("What the customer does.", "Ce que fait le client."),
        "description": ("A few words more.", "Quelques mots de plus."),
        "actors": ("Who acts here besides the persona.", "Qui agit ici en plus du persona."),
        "channel": (
            "Where it happens. A channel named here exists, and gets a page of its own.",
            "Où cela se passe. Un canal nommé ici existe, et reçoit sa page.",
        ),
        "touchpoint": (
            "The very page, counter or letter; without one, the stage crossed with the channel.",
            "La page, le guichet ou la lettre même ; à défaut, l’étape croisée avec le canal.",
        ),
        "device": ("What the customer uses: `mobile`.", "Ce qu’utilise le client : `mobile`."),
        "duration": ("How long it takes, in free words.", "Combien de temps cela prend, librement."),
        "motivation": (
            "What pushes the customer to make contact at this very moment.",
            "Ce qui pousse le client à prendre contact à ce moment précis.",
        ),
        "expects": ("What the customer expects.", "Ce à quoi s’attend le client."),
        "thinking": ("What the customer thinks, in their words.", "Ce que pense le client, avec ses mots."),
        "feeling": (
            (
                "How good or bad it is for the persona: a score on the site’s scale (halves allowed), a word, "
                "`{score: 2, label: annoyed, emoji: 😤}`, a move `{from: 4, to: 2}`, or one for each persona. "
                "Nothing when nobody knows."
            ),
            (
                "Ce que ressent le persona : une note sur l’échelle du site (demies permises), un mot, "
                "`{score: 2, label: agacée, emoji: 😤}`, un mouvement `{from: 4, to: 2}`, ou une note par persona. "
                "Rien si l’on ne sait pas."
            ),
        ),
        "satisfaction": (
            "How satisfied the customer is: 1 (very low) to 5 (very high).",
            "La satisfaction du client : de 1 (très faible) à 5 (très forte).",
        ),
        "engagement": (
            "How much is at stake: 1 (calm) to 5 (tense), neither good nor bad.",
            "L’enjeu : de 1 (calme) à 5 (tendu), ni bien ni mal.",
        ),
        "quote": ("What customers said, in their own words.", "Ce que des clients ont dit, avec leurs mots."),
        "pain_points": ("What hurts here.", "Les irritants."),
        "opportunities": ("What could be better here.", "Ce qui pourrait être mieux ici."),
        "moment_of_truth": (
            "Whether everything is decided here: `true`, or why.",
            "Si tout se décide ici : `true`, ou pourquoi.",
        ),
        "metrics": ("Figures about this step: `{csat: 3.4}`.", "Des mesures sur cet événement : `{csat: 3.4}`."),
        "survey": ("Where the customer is asked about it.", "Où l’on interroge le client à ce sujet."),
        "evidence": ("What this step rests on.", "Ce sur quoi repose cet événement."),
        "assumptions": (
            "What is believed about this step without evidence yet.",
            "Ce que l’on croit de cet événement sans preuve encore.",
        ),
        "frontstage": (
            "What the customer sees the organisation do.",
            "Ce que le client voit faire à l’organisation.",
        ),
        "backstage": (
            "What the organisation does out of the customer’s sight.",
            "Ce que fait l’organisation hors de la vue du client.",
        ),
        "support": (
            "The processes, systems and partners behind it.",
            "Les processus, les systèmes et les partenaires derrière.",
        ),
        "physical_evidence": (
            "What the customer holds or sees of it: a receipt, a parcel, a sign.",
            "Ce que le client en tient ou en voit : un reçu, un colis, une enseigne.",
        ),
        "lanes": (
            "Rows of your own: `{Legal: Fourteen days to withdraw}`.",
            "Des lignes à vous : `{Juridique: Quatorze jours pour se rétracter}`.",
        ),
        "image": ("The picture of this step in the storyboard.", "L’image de cet événement dans le storyboard."),
        "images": ("More pictures of this step.", "D’autres images de cet événement."),
        "video": ("A video of this step, shown as a link.", "Une vidéo de cet événement, montrée comme un lien."),
        "owner": ("Who answers for this step.", "Qui répond de cet événement."),
        "journey": (
            "Another journey that this step opens: `install-at-home`.",
            "Un autre parcours que cet événement ouvre\u202f: `installer-chez-soi`.",
        ),
        "steps": ("Smaller steps within this one.", "De plus petits événements dans celui-ci."),
        "next": (
            "Where it goes on; without it, to the following step. An empty list ends the journey.",
            "La suite ; à défaut, l’événement suivant. Une liste vide termine le parcours.",
        ),
    },
    "SubStep": {
        "": (
            "A step within a step: the few things a map can show at that size.",
            "Un événement dans un événement : le peu qu’une carte montre à cette taille.",
        ),
        "id": ("A name for it within its step.", "Un nom pour lui dans son événement."),
        "action": ("What the customer does.", "Ce que fait le client."),
        "channel": ("Where it happens.", "Où cela se passe."),
        "device": ("What the customer uses.", "Ce qu’utilise le client."),
        "actors": ("Who acts here besides the persona.", "Qui agit ici en plus du persona."),
        "duration": ("How long it takes, in free words.", "Combien de temps cela prend, librement."),
        "feeling": ("How good or bad it is for the persona.", "Ce que ressent le persona."),
        "description": ("A few words more.", "Quelques mots de plus."),
    },
}
