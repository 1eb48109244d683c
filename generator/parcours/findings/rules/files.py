"""Rules about files: what could not be read at all."""

from __future__ import annotations

from parcours.findings.finding import Severity
from parcours.findings.rules.rule import Rule, Words

RULES = (
    Rule(
        "P001",
        "files/not-utf-8",
        Severity.ERROR,
        Words(
            "this file is not UTF-8 text", "save it as UTF-8 in your editor; byte {offset} is where it stops being so"
        ),
        Words(
            "ce fichier n’est pas du texte UTF-8",
            "enregistrez-le en UTF-8 dans votre éditeur ; l’octet {offset} est le premier qui ne l’est pas",
        ),
    ),
    Rule(
        "P002",
        "files/too-large",
        Severity.ERROR,
        Words(
            "this file is {size}; a page may hold {limit} at most",
            "was it saved here by mistake? Move it to content/assets",
        ),
        Words(
            "ce fichier pèse {size} ; une page en contient {limit} au plus",
            "est-il ici par erreur ? Déplacez-le dans content/assets",
        ),
    ),
    Rule(
        "P003",
        "files/outside",
        Severity.ERROR,
        Words(
            "this link leads out of the project folder, so it is not read",
            "copy what it points to into the project",
        ),
        Words(
            "ce lien mène hors du dossier du projet : il n’est pas lu",
            "copiez dans le projet ce vers quoi il pointe",
        ),
    ),
    Rule(
        "P004",
        "files/unreadable",
        Severity.ERROR,
        Words("this file cannot be read: {reason}", "check that it exists and that you may open it"),
        Words("ce fichier ne peut pas être lu : {reason}", "vérifiez qu’il existe et que vous pouvez l’ouvrir"),
    ),
    Rule(
        "P005",
        "files/no-project",
        Severity.ERROR,
        Words(
            "there is no content folder here",
            "run `parcours new DIR` to start a project, or go to the folder that holds content/",
        ),
        Words(
            "il n’y a pas de dossier content ici",
            "lancez `parcours new DOSSIER` pour commencer un projet, ou placez-vous dans celui qui contient content/",
        ),
    ),
    Rule(
        "P006",
        "files/shallow-history",
        Severity.ADVICE,
        Words(
            "this clone was cut off, so what git knows of the older past of these files is missing",
            "fetch it whole: `git fetch --unshallow`, or `fetch-depth: 0` where a service does the checking out",
        ),
        Words(
            "ce clone a été tronqué : ce que git sait du passé plus ancien de ces fichiers manque",
            "récupérez-le en entier : `git fetch --unshallow`, ou `fetch-depth: 0` là où un service fait l’extraction",
        ),
    ),
    Rule(
        "P007",
        "files/history-not-ours",
        Severity.ADVICE,
        Words(
            "git tells nothing here: the repository belongs to somebody else",
            "if you trust it: `git config --global --add safe.directory` and the full path of `{folder}`",
        ),
        Words(
            "git ne dit rien ici : le dépôt appartient à quelqu’un d’autre",
            "si vous lui faites confiance : `git config --global --add safe.directory`, puis le chemin de `{folder}`",
        ),
    ),
    Rule(
        "P008",
        "files/no-history",
        Severity.ADVICE,
        Words(
            "git could not tell the past of these files: {reason}",
            "`git fsck` says what is wrong; `history: {{show: false}}` in parcours.yml does without",
        ),
        Words(
            "git n’a pas pu dire le passé de ces fichiers : {reason}",
            "`git fsck` dit ce qui ne va pas ; `history: {{show: false}}` dans parcours.yml s’en passe",
        ),
    ),
    Rule(
        "P009",
        "files/bad-review",
        Severity.WARNING,
        Words(
            "this line says nothing that could be read about a review",
            "a merge may have left it: delete it, and run `parcours review` for the journey it speaks of",
        ),
        Words(
            "cette ligne ne dit rien de lisible d’une revue",
            "une fusion l’a peut-être laissée : supprimez-la, et lancez `parcours review` pour le parcours concerné",
        ),
    ),
    Rule(
        "P010",
        "files/taken",
        Severity.ERROR,
        Words(
            "this file is not published: the site has a file of its own at `{address}` ({part})",
            "give it another name, or put it into another folder, such as content/assets",
        ),
        Words(
            "ce fichier n’est pas publié : le site a déjà un fichier à lui à `{address}` ({part})",
            "donnez-lui un autre nom, ou mettez-le dans un autre dossier, comme content/assets",
        ),
    ),
    Rule(
        "P011",
        "files/misplaced",
        Severity.WARNING,
        Words(
            "no page is made of this file",
            "move it into the folder of its kind ({folders}), as `.md`",
            "did you mean `{suggestion}`?",
        ),
        Words(
            "aucune page n’est faite de ce fichier",
            "placez-le dans le dossier de son genre ({folders}), en `.md`",
            "vouliez-vous dire `{suggestion}`\u202f?",
        ),
    ),
)
