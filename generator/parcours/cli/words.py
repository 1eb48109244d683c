"""What the commands say, in English and French."""

from __future__ import annotations

WORDS = {
    "en": {
        "not_ours": "{path} holds files that parcours did not make, so it is left alone.\n"
        "Empty it yourself, or choose another folder with --output.",
        "no_project": "There is no content folder in {path}.\n"
        "Run `parcours new my-maps` to start a project, or go to the folder that holds content/.",
        "built": "{pages} pages ({journeys} journeys, {personas} personas), {files} files in {time} → {path}",
        "disk": "The site could not be written: {reason}. The previous one is as it was.",
        "clean": "{pages} pages checked, nothing to say.",
        "building": "Building",
        "advice": "{count} pieces of advice: `parcours check` tells them.",
        "new_needs_name": 'A {kind} needs a name: parcours new {kind} "The name"',
        "new_unknown": "`{what}` cannot be added. Write `parcours new DIR`, `parcours new persona NAME` "
        "or `parcours new journey NAME`.",
        "new_not_empty": "{path} already exists and is not empty, so nothing was written.\n"
        "Choose another folder, or empty this one yourself.",
        "new_failed": "{path} could not be made: {reason}.",
        "new_no_letters": "`{name}` has no letter or digit to name a file with.",
        "new_exists": "{path} already exists; it is left as it is. Choose another name.",
        "new_project": "Made {path}: two personas, two journeys, their evidence.\n\n"
        "    cd {path}\n    parcours serve\n",
        "new_page": "Made {path}. Open it and replace the words; `parcours serve` shows it.",
        "serving": "Serving {address} (Ctrl+C to stop)",
        "rebuilt": "{pages} pages in {time}",
        "port_taken": "Port {port} is taken; using {found}.",
        "no_port": "No port could be opened on {host} from {port} on: {reason}.",
        "not_loopback": "Anybody who can reach {host} can read this preview.",
    },
    "fr": {
        "not_ours": "{path} contient des fichiers que parcours n’a pas faits : on n’y touche pas.\n"
        "Videz-le vous-même, ou choisissez un autre dossier avec --output.",
        "no_project": "Il n’y a pas de dossier content dans {path}.\n"
        "Lancez `parcours new mes-cartes` pour commencer un projet, ou placez-vous dans le dossier "
        "qui contient content/.",
        "built": "{pages} pages ({journeys} parcours, {personas} personas), {files} fichiers en {time} → {path}",
        "disk": "Le site n’a pas pu être écrit : {reason}. Le précédent est intact.",
        "clean": "{pages} pages vérifiées, rien à signaler.",
        "building": "Construction",
        "advice": "{count} conseils : `parcours check` les donne.",
        "new_needs_name": 'Il faut un nom : parcours new {kind} "Le nom"',
        "new_unknown": "`{what}` ne peut pas être ajouté. Écrivez `parcours new DOSSIER`, `parcours new persona NOM` "
        "ou `parcours new journey NOM`.",
        "new_not_empty": "{path} existe et n’est pas vide : rien n’a été écrit.\n"
        "Choisissez un autre dossier, ou videz celui-ci vous-même.",
        "new_failed": "{path} n’a pas pu être créé : {reason}.",
        "new_no_letters": "`{name}` n’a ni lettre ni chiffre pour nommer un fichier.",
        "new_exists": "{path} existe déjà et reste tel quel. Choisissez un autre nom.",
        "new_project": "{path} est prêt : deux personas, deux parcours, leurs preuves.\n\n"
        "    cd {path}\n    parcours serve\n",
        "new_page": "{path} est créé. Ouvrez-le et remplacez les mots ; `parcours serve` le montre.",
        "serving": "Site servi sur {address} (Ctrl+C pour arrêter)",
        "rebuilt": "{pages} pages en {time}",
        "port_taken": "Le port {port} est pris ; voici le {found}.",
        "no_port": "Aucun port n’a pu être ouvert sur {host} à partir de {port} : {reason}.",
        "not_loopback": "Quiconque peut joindre {host} peut lire cet aperçu.",
    },
}


def say(key: str, language: str, **values: object) -> str:
    """A text in a language (``en`` where it is another)."""
    return WORDS.get(language, WORDS["en"])[key].format(**values)
