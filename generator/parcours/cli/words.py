"""What the commands say, in English and French."""

from __future__ import annotations

WORDS = {
    "en": {
        "no_brotli": "Brotli is not installed. Install it:\n    pip install 'parcours[brotli]'\n"
        "--compress gz needs nothing.",
        "not_ours": "{path} holds files that parcours did not make, so it is left alone.\n"
        "Empty it yourself, or choose another folder with --output.",
        "no_project": "There is no content folder in {path}.\n"
        "Run `parcours new my-maps` to start a project, or go to the folder that holds content/.",
        "built": "{pages} pages ({journeys} journeys, {personas} personas), {files} files in {time} → {path}",
        "with_versions": "Versions beside it: {names}.",
        "no_version": "versions: git knows no revision and no tag like `{name}`, so it is left out.{close}",
        "no_versions": "versions: git does not answer ({reason}), so the site has only the present.",
        "disk": "The site could not be written: {reason}. The previous one is as it was.",
        "not_said": "What there is to say could not be written: {reason}.",
        "clean": "{pages} pages checked, nothing to say.",
        "building": "Building",
        "baseline_written": "{count} findings remembered in {path}; from now on only new ones are told.",
        "baseline_broken": "{path} is not a baseline. Delete it, or write it again with --write-baseline.",
        "known": "{count} known since {path} was written (--no-baseline tells them).",
        "gone": "{count} of those in {path} are gone: --write-baseline makes it smaller.",
        "mend": "Write these changes ({count} files)?",
        "mended": "{count} places mended.",
        "not_mended": "Nothing was written. `--fix --yes` writes without asking.",
        "nothing_to_mend": "There is nothing here that can be mended without knowing what you mean.",
        "unchanged": "Nothing has changed since the last build: {pages} pages ({journeys} journeys, {personas} "
        "personas) → {path}",
        "kept_damaged": "What was kept of the last build is damaged, or was made by somebody else: "
        "everything is made anew.",
        "child_failed": "A process that made pages ended before its work was done (too little memory?). "
        "The previous site is as it was.",
        "disk_text": "The file could not be written: {reason}. It is as it was.",
        "advice": "{count}: see `parcours check`.",
        "serving": "Serving {address} (Ctrl+C to stop)",
        "rebuilt": "{pages} pages in {time}",
        "polling": "No file events reach this folder (a network share, a container?): looking twice a second instead.",
        "more": "… and {count} more: see `parcours check`.",
        "port_taken": "Port {port} is taken; using {found}.",
        "no_port": "Nothing can listen on {host}, port {port} or the next ones: {reason}.\n"
        "--host takes an address of this machine: 127.0.0.1, or 0.0.0.0 for all of its networks.",
        "no_editor": "No editor is called {name}: {known}, or an address with {{path}}, {{line}} and {{column}} in it.",
        "not_loopback": "Anybody who can reach this machine can read this preview: {address}",
        "failed": "Error: {message}",
        "mended_all": "Nothing left to mend.",
    },
    "fr": {
        "no_brotli": "Brotli n’est pas installé. Installez-le\u202f:\n    pip install 'parcours[brotli]'\n"
        "--compress gz n’en a pas besoin.",
        "not_ours": "{path} contient des fichiers que parcours n’a pas faits : on n’y touche pas.\n"
        "Videz-le vous-même, ou choisissez un autre dossier avec --output.",
        "no_project": "Il n’y a pas de dossier content dans {path}.\n"
        "Lancez `parcours new mes-cartes` pour commencer un projet, ou placez-vous dans le dossier "
        "qui contient content/.",
        "built": "{pages} pages ({journeys} parcours, {personas} personas), {files} fichiers en {time} → {path}",
        "with_versions": "Versions à côté : {names}.",
        "no_version": "versions : git ne connaît ni révision ni étiquette comme `{name}` ; "
        "elle est laissée de côté.{close}",
        "no_versions": "versions : git ne répond pas ({reason}) ; le site n’a que le présent.",
        "disk": "Le site n’a pas pu être écrit : {reason}. Le précédent est intact.",
        "not_said": "Ce qu’il y a à dire n’a pas pu être écrit\u202f: {reason}.",
        "clean": "{pages} pages vérifiées, rien à signaler.",
        "building": "Construction",
        "baseline_written": "{count} constats retenus dans {path} ; seuls les nouveaux seront signalés.",
        "baseline_broken": "{path} n’est pas une liste de constats connus. Supprimez-le, "
        "ou refaites-le avec --write-baseline.",
        "known": "{count} déjà connus de {path} (--no-baseline les montre).",
        "gone": "{count} de ceux de {path} ont disparu : --write-baseline l’allège.",
        "mend": "Écrire ces changements ({count} fichiers) ?",
        "mended": "{count} endroits corrigés.",
        "not_mended": "Rien n’a été écrit. `--fix --yes` écrit sans demander.",
        "nothing_to_mend": "Rien ici ne peut être corrigé sans savoir ce que vous voulez dire.",
        "unchanged": "Rien n’a changé depuis la dernière construction : {pages} pages ({journeys} parcours, "
        "{personas} personas) → {path}",
        "kept_damaged": "Ce qui était gardé de la dernière construction est abîmé, ou vient d’ailleurs\u202f: "
        "tout est refait.",
        "child_failed": "Un processus qui faisait des pages s’est arrêté avant la fin (mémoire insuffisante ?). "
        "Le site précédent est intact.",
        "disk_text": "Le fichier n’a pas pu être écrit : {reason}. Il est intact.",
        "advice": "{count} : voir `parcours check`.",
        "serving": "Site servi sur {address} (Ctrl+C pour arrêter)",
        "rebuilt": "{pages} pages en {time}",
        "polling": "Ce dossier ne reçoit pas d’événements (partage réseau, conteneur ?) : "
        "on y regarde deux fois par seconde.",
        "more": "… et {count} de plus : voir `parcours check`.",
        "port_taken": "Le port {port} est pris ; voici le {found}.",
        "no_port": "Rien ne peut écouter sur {host}, port {port} ou les suivants\u202f: {reason}.\n"
        "--host prend une adresse de cette machine\u202f: 127.0.0.1, ou 0.0.0.0 pour tous ses réseaux.",
        "no_editor": "Aucun éditeur ne s’appelle {name} : {known}, ou une adresse avec {{path}} et {{line}}.",
        "not_loopback": "Quiconque peut joindre cette machine peut lire cet aperçu\u202f: {address}",
        "failed": "Erreur\u202f: {message}",
        "mended_all": "Plus rien à corriger.",
    },
}


def say(key: str, language: str, **values: object) -> str:
    """A text in a language (``en`` where it is another)."""
    return WORDS.get(language, WORDS["en"])[key].format(**values)
