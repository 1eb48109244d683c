"""The words of the templates of ``parcours new``: where they still stand, nobody has written yet. A test compares."""

from __future__ import annotations

FILLERS = frozenset(
    {
        "What happens, to whom, and why now.",
        "What the customer wants in the end.",
        "What the person wants in the end.",
        "What sets it off",
        "What this stage is for",
        "A few words about it",
        "A few words more",
        "One sentence for lists and search engines.",
        "One sentence for lists and search engines; the scenario when there is none.",
        "What we believe without proof yet",
        "What we believe about this step",
        "Why now",
        "What they count on",
        "What they think, in their words?",
        "Their own words.",
        "What hurts here",
        "What would help",
        "Why everything is decided here",
        "What the customer sees of us",
        "What our people do unseen",
        "Systems and partners behind them",
        "What is left in the customer's hands",
        "One gesture of it",
        "on what condition",
        "What the picture shows",
        "What that one shows",
        "What the video shows",
        "A word about it",
        "Where it was taken",
        "The team that answers for this map",
        "The team that answers for this step",
        "The team that keeps this page true",
        "Two sentences about their life.",
        "Ce qui se passe, pour qui, et pourquoi maintenant.",
        "Ce que le client veut au bout du compte.",
        "Ce que la personne veut au bout du compte.",
        "Ce qui déclenche tout",
        "À quoi sert cette étape",
        "Quelques mots à son sujet",
        "Quelques mots de plus",
        "Une phrase pour les listes et les moteurs de recherche.",
        "Une phrase pour les listes et les moteurs de recherche\u202f; le scénario quand il n’y en a pas.",
        "Ce que l’on croit sans preuve encore",
        "Ce que l’on croit de cet événement",
        "Pourquoi maintenant",
        "Ce qui est attendu",
        "Ce qui est pensé, avec les mots de la personne\u202f?",
        "Ses propres mots.",
        "L’irritant",
        "Ce qui aiderait",
        "Pourquoi tout se décide ici",
        "Ce que le client voit de nous",
        "Ce que nos équipes font hors de sa vue",
        "Les outils et prestataires derrière elles",
        "Ce qui reste entre ses mains",
        "L’un des gestes",
        "à quelle condition",
        "Ce que montre l’image",
        "Ce que montre celle-là",
        "Ce que montre la vidéo",
        "Un mot à son sujet",
        "Où elle a été prise",
        "L’équipe qui répond de cette carte",
        "L’équipe qui répond de cet événement",
        "L’équipe qui tient cette page à jour",
        "Deux phrases sur sa vie.",
    }
)
"""Texts that say what belongs in their place, in both languages."""

OPENINGS = frozenset(
    {
        "The story behind the map: what was observed, what surprised, and what to do about it.",
        "Who this person is, in a few sentences, and what surprised you about them.",
        "Le récit derrière la carte\u202f: ce qui a été observé, ce qui a surpris, ce qu’il faut en faire.",
        "Qui est cette personne, en quelques phrases, et ce qui vous a surpris chez elle.",
    }
)
"""How the prose of a template begins."""

ACTIONS = frozenset(
    {
        "Checks that it is settled, and remembers",
        "Cherche ce qui existe et compare",
        "Cherche la réponse à une première question",
        "Cherche à qui le dire",
        "Comes back, or tells others",
        "Commande et paie",
        "Constate que quelque chose ne va pas",
        "Decides, orders and pays",
        "Dit ce qu’il lui faut",
        "Explains, waits, is answered",
        "Explique, attend, reçoit une réponse",
        "Has it delivered and makes it work",
        "Le vit, suppose, demande autour de soi",
        "Lives through it, guesses, asks around",
        "Looks back and tells it",
        "Looks for an answer to a first question",
        "Looks for somebody to tell",
        "Looks for what exists and compares",
        "Looks us up and arrives",
        "Met deux ou trois offres côte à côte",
        "Notices a need, or hears of us",
        "Notices that something is wrong",
        "Notices the first sign",
        "Orders and pays",
        "Paie, s’en va, y repense",
        "Pays, leaves, thinks about it",
        "Puts two or three offers side by side",
        "Receives it, uses it, asks for help",
        "Receives the service",
        "Remarque un premier signe",
        "Ressent un besoin, ou entend parler de nous",
        "Revient, ou en parle autour de soi",
        "Reçoit le service",
        "Reçoit, utilise, demande de l’aide",
        "Says what is needed",
        "Se décide, commande et paie",
        "Se fait livrer et met en marche",
        "Se renseigne et arrive",
        "Vérifie que tout est réglé, et s’en souvient",
        "Y repense et le raconte",
    }
)
"""What the customer does in the templates: good actions, and whose scores say nothing yet."""

SCORE = 3.0
"""The feeling the templates show at their steps, on the common scale of 1 to 5."""

UNFINISHED = ("todo", "tbd", "fixme", "xxx", "lorem ipsum", "à compléter", "à faire")
"""What writers put where something is still to be written; compared in lower case."""
