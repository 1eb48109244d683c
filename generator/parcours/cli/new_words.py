"""What ``parcours new`` says, in English and French."""

from __future__ import annotations

WORDS = {
    "en": {
        "unknown": "`{what}` cannot be added. Write `parcours new DIR`, `parcours new persona NAME` "
        "or `parcours new journey NAME`.",
        "needs_name": 'A {what} needs a name: parcours new {what} "The name"\n'
        "For a project in a folder called {what}: parcours new ./{what}",
        "no_option": "`{option}` goes with `parcours new {pages}` only.",
        "a_file": "{path} is a file, so no project can be made there. Choose another folder.",
        "not_empty": "{path} already exists and is not empty, so nothing was written.\n"
        "Choose another folder, or empty this one yourself.",
        "failed": "{path} could not be made: {reason}. Nothing was left behind.",
        "made": "Made {path}: two personas, two journeys, and the evidence they rest on. Next:",
        "no_project": "There is no content folder in {path}.\n"
        "Run `parcours new my-maps` to start a project, or name the folder that holds content/ with --project.",
        "no_letters": "`{name}` has no letter or digit to name a file with.",
        "no_page": "A file called {path} is for people, not a page of the site. Choose another name.",
        "exists": "{path} already exists and is left as it is. Choose another name.",
        "a_dir": "DIR",
        "made_ci": "Made {path}: it checks the maps, tells on each merge request what it changes in them, and "
        "publishes the site.\nWhat has to be set up once stands at its top.",
        "exists_ci": "{path} already exists and is left as it is.",
        "made_page": "Made {path}. Replace its words with yours.",
        "no_persona": 'No persona has the id `{id}` yet: parcours new persona "{id}"',
        "see": "To see it while you write:",
    },
    "fr": {
        "unknown": "`{what}` ne peut pas être ajouté. Écrivez `parcours new DOSSIER`, `parcours new persona NOM` "
        "ou `parcours new journey NOM`.",
        "needs_name": 'Il faut un nom : parcours new {what} "Le nom"\n'
        "Pour un projet dans un dossier nommé {what} : parcours new ./{what}",
        "no_option": "`{option}` ne va qu’avec `parcours new {pages}`.",
        "a_file": "{path} est un fichier : aucun projet ne peut y être créé. Choisissez un autre dossier.",
        "not_empty": "{path} existe et n’est pas vide : rien n’a été écrit.\n"
        "Choisissez un autre dossier, ou videz celui-ci vous-même.",
        "failed": "{path} n’a pas pu être créé : {reason}. Il n’en reste rien.",
        "made": "{path} est prêt : deux personas, deux parcours et les preuves sur lesquelles ils reposent. Ensuite :",
        "no_project": "Il n’y a pas de dossier content dans {path}.\n"
        "Lancez `parcours new mes-cartes` pour commencer un projet, ou nommez avec --project le dossier "
        "qui contient content/.",
        "no_letters": "`{name}` n’a ni lettre ni chiffre pour nommer un fichier.",
        "no_page": "Un fichier {path} s’adresse aux gens : ce n’est pas une page du site. Choisissez un autre nom.",
        "exists": "{path} existe déjà et reste tel quel. Choisissez un autre nom.",
        "a_dir": "DOSSIER",
        "made_ci": "{path} est créé : il vérifie les cartes, dit sur chaque demande de fusion ce qu’elle y change, "
        "et publie le site.\nCe qu’il faut régler une fois est écrit en tête.",
        "exists_ci": "{path} existe déjà et reste tel quel.",
        "made_page": "{path} est créé. Remplacez ses mots par les vôtres.",
        "no_persona": 'Aucun persona n’a encore l’identifiant `{id}` : parcours new persona "{id}"',
        "see": "Pour le voir pendant que vous écrivez :",
    },
}
