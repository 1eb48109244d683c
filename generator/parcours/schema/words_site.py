"""What the keys of the home page and of ``parcours.yml`` mean, in English and French."""

from __future__ import annotations

from parcours.schema.words_journey import Words

SITE_WORDS: Words = {
    "Home": {
        "": ("The words of the home page.", "Les mots de la page d’accueil."),
        "title": ("The title of the home page.", "Le titre de la page d’accueil."),
    },
    "Settings": {
        "": (
            "The settings of the site; every key has a default.",
            "Les réglages du site ; chaque clé a une valeur par défaut.",
        ),
        "site_name": ("What the site is called.", "Le nom du site."),
        "description": (
            "One sentence about the site, for search engines.",
            "Une phrase sur le site, pour les moteurs de recherche.",
        ),
        "language": ("The language of the interface.", "La langue de l’interface."),
        "theme": (
            "How the site looks: a shipped theme, or a folder of `themes`.",
            "L’apparence du site : un thème fourni, ou un dossier de `themes`.",
        ),
        "logo": (
            "The picture at the head of every page, beside the name of the site; with `alt`, instead of it.",
            "L’image en tête de chaque page, à côté du nom du site ; avec `alt`, à sa place.",
        ),
        "colours": (
            "The site’s own colours, whatever its theme.",
            "Les couleurs du site, quel que soit son thème.",
        ),
        "fonts": (
            "The site’s own font files, whatever its theme.",
            "Les polices du site, quel que soit son thème.",
        ),
        "edit_url": (
            "Where a page is edited: adds a link to every page.",
            "Où une page se modifie : ajoute un lien à chaque page.",
        ),
        "base_url": (
            "The address of the site: only for feeds and social cards.",
            "L’adresse du site : seulement pour les flux et les cartes des réseaux sociaux.",
        ),
        "diagrams": (
            "`drawn` when the site is made, or left as their `source`.",
            "`drawn` : dessinés à la fabrication du site ; `source` : laissés tels quels.",
        ),
        "feeling_scale": (
            "The scale of feelings, worst to best: `1..5`, or `-2..2`.",
            "L’échelle des ressentis, du pire au meilleur : `1..5`, ou `-2..2`.",
        ),
        "stamp": (
            "Whether each page shows its date and the version that made it.",
            "Si chaque page porte sa date et la version qui l’a faite.",
        ),
        "rules": (
            "How much a rule matters: `{map/no-owner: error}`, a whole family `{map/*: off}`, or folder by folder.",
            "L’importance d’une règle : `{map/no-owner: error}`, d’une famille `{map/*: off}`, ou dossier par dossier.",
        ),
        "most_assumed": (
            "The share of claims without evidence above which a journey is told so: `50%`.",
            "La part d’affirmations sans preuve au-delà de laquelle un parcours est signalé : `50%`.",
        ),
        "state_page": (
            "Whether the site has a page on the state of the maps, with their open advice.",
            "Si le site a une page sur l’état des cartes, avec les conseils à suivre.",
        ),
        "print_page": (
            "Whether the site has a page with all its maps, up to sixty, to be printed at once.",
            "Si le site a une page avec toutes ses cartes, jusqu’à soixante, à imprimer d’un coup.",
        ),
        "robots": (
            "Whether search engines may list the site: all, with a sitemap where base_url is set; or none.",
            "Si les moteurs de recherche peuvent recenser le site : all, avec un plan si base_url est donné ; ou none.",
        ),
        "map_pictures": (
            "Whether each map stands beside its page as a picture (SVG) to take away.",
            "Si chaque carte est aussi, à côté de sa page, une image (SVG) à emporter.",
        ),
        "review": (
            "How often maps are looked at again.",
            "À quel rythme les cartes sont revues.",
        ),
        "history": (
            "What the site tells of its own past, where the project lies in git.",
            "Ce que le site dit de son propre passé, quand le projet est dans git.",
        ),
        "versions": (
            "The releases that the site offers side by side.",
            "Les versions que le site propose côte à côte.",
        ),
        "listening": (
            "How often one customer may be asked.",
            "Combien de fois un client peut être interrogé.",
        ),
        "gaps": (
            "How the gaps between channels, devices and services are weighed.",
            "Comment sont pesés les écarts entre canaux, appareils et services.",
        ),
        "measures": (
            "When a figure is to be doubted.",
            "Quand un chiffre est à mettre en doute.",
        ),
    },
    "Colours": {
        "": (
            'The colours of the site, in quotes: `"#7a1f5c"`.',
            'Les couleurs du site, entre guillemets : `"#7a1f5c"`.',
        ),
        "accent": (
            "The colour of links and heads: one, or one for each paper.",
            "La couleur des liens et des en-têtes : une seule, ou une par papier.",
        ),
        "moment": (
            "The colour of moments of truth and of changes of channel.",
            "La couleur des moments de vérité et des changements de canal.",
        ),
    },
    "Shades": {
        "": (
            "A colour on light and on dark paper; of the one left out, the nearest shade that can be read.",
            "Une couleur sur papier clair et sur papier sombre ; à défaut, la nuance la plus proche qui se lit.",
        ),
        "light": ('On light paper: `"#7a1f5c"`.', 'Sur papier clair : `"#7a1f5c"`.'),
        "dark": ('On dark paper: `"#e6a5cf"`.', 'Sur papier sombre : `"#e6a5cf"`.'),
    },
    "Fonts": {
        "": (
            "Font files below `content/`: `assets/own.woff2`.",
            "Des fichiers de police sous `content/` : `assets/own.woff2`.",
        ),
        "text": ("The font of texts, and of headings.", "La police des textes, et des titres."),
        "headings": ("The font of headings, where it differs.", "La police des titres, si elle diffère."),
    },
    "Scale": {
        "": ("The scale feelings are written on.", "L’échelle sur laquelle les ressentis sont écrits."),
        "worst": ("The score of the worst feeling.", "La note du pire ressenti."),
        "best": ("The score of the best feeling.", "La note du meilleur ressenti."),
    },
    "Review": {
        "": (
            "How often maps are looked at again when they do not say so themselves.",
            "À quel rythme les cartes sont revues quand elles ne le disent pas elles-mêmes.",
        ),
        "every": ("A length of time: `6 months`.", "Une durée : `6 mois`."),
    },
    "Versions": {
        "": (
            "The releases that the site offers beside the present; `parcours build` makes each from git.",
            "Les versions que le site propose à côté du présent\u202f; `parcours build` fait chacune à partir de git.",
        ),
        "names": (
            "Revisions, branches or tags by name: `[v1.2, v1.1]`.",
            "Des révisions, branches ou étiquettes git par leur nom\u202f: `[v1.2, v1.1]`.",
        ),
        "tags": ("A pattern for git's tags: `v*`.", "Un motif pour les étiquettes de git\u202f: `v*`."),
        "last": (
            "How many of these tags, the newest first; twenty versions are made at most.",
            "Combien de ces étiquettes, les plus récentes d’abord\u202f; vingt versions sont faites au plus.",
        ),
    },
    "Remembering": {
        "": (
            "What the site tells of its own past, where the project lies in git.",
            "Ce que le site dit de son propre passé, quand le projet est dans git.",
        ),
        "show": (
            "Whether pages tell when they were made and changed, and how their maps came about.",
            "Si les pages disent quand elles ont été faites et changées, et comment leurs cartes ont évolué.",
        ),
        "names": (
            "Whether they tell by whom.",
            "Si elles disent par qui.",
        ),
        "people": (
            "Another name, or a team, for an author of git: `{Ada Lovelace: Web team}`.",
            "Un autre nom, ou une équipe, pour un auteur de git : `{Ada Lovelace: Équipe web}`.",
        ),
        "states": (
            "How many of the last states of each map are looked at; with 1 no change is told.",
            "Combien des derniers états de chaque carte sont examinés ; avec 1, aucun changement n’est dit.",
        ),
    },
    "Listening": {
        "": (
            "How often one customer may be asked: so many requests in a period.",
            "Combien de fois un client peut être interrogé : tant de demandes par période.",
        ),
        "limit": ("At most so many requests.", "Tant de demandes au plus."),
        "period": ("In this length of time: `90 days`.", "Dans cette durée : `90 jours`."),
    },
    "GapWeights": {
        "": (
            "How gaps are weighed: fall in feeling × share of customers × moment of truth × their kind’s own weight.",
            "Le poids d’un écart : chute du ressenti × part des clients × moment de vérité × poids de sa sorte.",
        ),
        "least_fall": (
            "The fall, in points on the scale of 1 to 5, from which on a gap is told.",
            "La chute, en points sur l’échelle de 1 à 5, à partir de laquelle un écart est signalé.",
        ),
        "moment_of_truth": ("What a moment of truth counts for.", "Ce que compte un moment de vérité."),
        "device": ("What a change of device counts for.", "Ce que compte un changement d’appareil."),
        "channel": ("What a change of channel counts for.", "Ce que compte un changement de canal."),
        "handover": (
            "What a hand-over between services counts for.",
            "Ce que compte un passage d’un service à un autre.",
        ),
        "quality": (
            "What a quality that differs by channel counts for.",
            "Ce que compte une qualité inégale selon le canal.",
        ),
        "preference": (
            "What a preferred channel that is not offered counts for.",
            "Ce que compte un canal préféré qui n’est pas offert.",
        ),
        "unowned": (
            "What a shared touchpoint without an owner counts for.",
            "Ce que compte un point de contact partagé sans responsable.",
        ),
        "dead_end": ("What a dead end counts for.", "Ce que compte une impasse."),
        "back_track": ("What a way back counts for.", "Ce que compte un retour en arrière."),
    },
    "Measures": {
        "": (
            "When a figure is to be doubted: too old, or from too few answers.",
            "Quand un chiffre est à mettre en doute : trop vieux, ou tiré de trop peu de réponses.",
        ),
        "stale_after": ("How long a figure holds: `1 year`.", "Combien de temps un chiffre vaut : `1 an`."),
        "smallest_sample": ("The fewest answers it may rest on: `30`.", "Le moins de réponses qu’il lui faut : `30`."),
    },
}
