"""Rules about syntax: front matter that cannot be read as it stands."""

from __future__ import annotations

from parcours.findings.finding import Severity
from parcours.findings.rules.rule import Rule, Words

NARROW = "\u202f"


def _error(code: str, name: str, en: tuple[str, ...], fr: tuple[str, ...]) -> Rule:
    return Rule(code, f"syntax/{name}", Severity.ERROR, Words(*en), Words(*(text.replace("~", NARROW) for text in fr)))


RULES: tuple[Rule, ...] = (
    _error(
        "P101",
        "open-front-matter",
        ("the front matter opened here is never closed", "put a line `---` after its last key"),
        ("l’en-tête ouvert ici n’est jamais fermé", "mettez une ligne `---` après sa dernière clé"),
    ),
    _error(
        "P102",
        "late-front-matter",
        ("the front matter must begin on the very first line", "delete the empty lines above this `---`"),
        ("l’en-tête doit commencer à la toute première ligne", "supprimez les lignes vides au-dessus de ce `---`"),
    ),
    _error(
        "P103",
        "not-a-mapping",
        (
            "the front matter is not made of `key: value` lines",
            "write one `key: value` a line, like `title: Buy online`",
        ),
        (
            "l’en-tête n’est pas fait de lignes `clé: valeur`",
            "écrivez une `clé: valeur` par ligne, comme `title: Acheter en ligne`",
        ),
    ),
    _error(
        "P104",
        "second-document",
        ("a second `---` begins another document here", "front matter has one part only: remove this line"),
        ("un second `---` commence ici un autre document", "l’en-tête n’a qu’une partie~: retirez cette ligne"),
    ),
    _error(
        "P105",
        "tab",
        ("this line is indented with a tab", "indent with spaces: YAML does not take tabs"),
        ("cette ligne est décalée par une tabulation", "décalez avec des espaces~: YAML ne prend pas les tabulations"),
    ),
    _error(
        "P106",
        "unquoted-colon",
        ("a text with `: ` in it needs quotes", "put quotes around it", "write {suggestion}"),
        ("un texte qui contient `: ` demande des guillemets", "mettez-le entre guillemets", "écrivez {suggestion}"),
    ),
    _error(
        "P107",
        "unclosed-quote",
        ("the quote opened here is never closed", "close it with the same mark, on the same line"),
        ("le guillemet ouvert ici n’est jamais fermé", "fermez-le par le même signe, sur la même ligne"),
    ),
    _error(
        "P108",
        "unclosed-bracket",
        ("the bracket opened here is never closed", "close it with `{close}`"),
        ("le crochet ouvert ici n’est jamais fermé", "fermez-le par `{close}`"),
    ),
    _error(
        "P109",
        "after-quote",
        (
            "`{text}` stands after the closing quote",
            "quote the whole text: use ' outside when there are \" inside",
        ),
        (
            "`{text}` vient après le guillemet fermant",
            "mettez tout le texte entre guillemets~: ' autour quand il y a \" dedans",
        ),
    ),
    _error(
        "P110",
        "special-character",
        ("a text cannot begin with `{character}` unless it is quoted", "put quotes around it", "write {suggestion}"),
        (
            "un texte ne peut pas commencer par `{character}` sans guillemets",
            "mettez-le entre guillemets",
            "écrivez {suggestion}",
        ),
    ),
    _error(
        "P111",
        "no-colon",
        ("`{text}` is not a `key: value` line", "write a key, a colon, a space and the value", "write `{suggestion}`"),
        (
            "`{text}` n’est pas une ligne `clé: valeur`",
            "écrivez une clé, deux-points, une espace et la valeur",
            "écrivez `{suggestion}`",
        ),
    ),
    _error(
        "P112",
        "stray-item",
        (
            "a list item cannot stand here",
            "put it on a line of its own, indented under its key; a text that begins with `-` needs quotes",
        ),
        (
            "un élément de liste ne peut pas être ici",
            "mettez-le sur sa propre ligne, décalé sous sa clé~; un texte qui commence par `-` demande des guillemets",
        ),
    ),
    _error(
        "P113",
        "bad-indentation",
        ("this line is not indented like its neighbours", "keys of one group begin in the same column"),
        (
            "cette ligne n’est pas alignée avec ses voisines",
            "les clés d’un même groupe commencent dans la même colonne",
        ),
    ),
    _error(
        "P114",
        "repeated-key",
        ("`{key}` is said twice here; the first is kept", "merge the two, or delete one"),
        ("`{key}` est dit deux fois ici~; le premier est gardé", "réunissez les deux, ou supprimez-en un"),
    ),
    _error(
        "P115",
        "key-not-text",
        ("a key must be a word, not a list or a group", "write `key: value`"),
        ("une clé doit être un mot, pas une liste ni un groupe", "écrivez `clé: valeur`"),
    ),
    _error(
        "P116",
        "unknown-tag",
        ("`{tag}` means nothing here", "quote the text if it really begins with `!`"),
        ("`{tag}` ne veut rien dire ici", "mettez le texte entre guillemets s’il commence vraiment par `!`"),
    ),
    _error(
        "P117",
        "unknown-alias",
        ("`*` here refers to something that is not defined above", "quote the text if it really begins with `*`"),
        (
            "`*` renvoie ici à quelque chose qui n’est pas défini plus haut",
            "mettez le texte entre guillemets s’il commence vraiment par `*`",
        ),
    ),
    _error(
        "P118",
        "alias-of-itself",
        ("this refers to the very thing it stands in", "write the value out"),
        ("ceci renvoie à ce qui le contient", "écrivez la valeur en toutes lettres"),
    ),
    _error(
        "P119",
        "too-deep",
        ("this is nested more than 40 levels deep", "is a bracket left open somewhere above?"),
        ("ceci est imbriqué sur plus de 40 niveaux", "un crochet est-il resté ouvert plus haut~?"),
    ),
    _error(
        "P120",
        "too-much",
        ("this front matter holds more than can be read", "split the page, or write repeated parts out only once"),
        (
            "cet en-tête contient plus que ce qui peut être lu",
            "divisez la page, ou n’écrivez qu’une fois ce qui se répète",
        ),
    ),
    _error(
        "P121",
        "control-character",
        ("an invisible control character stands here", "delete it; it often comes from copying out of a PDF"),
        (
            "un caractère de contrôle invisible se trouve ici",
            "supprimez-le~; il vient souvent d’une copie depuis un PDF",
        ),
    ),
    _error(
        "P122",
        "yaml",
        ("this cannot be read as YAML: {problem}", "compare with the lines around it"),
        ("ceci ne peut pas être lu comme du YAML~: {problem}", "comparez avec les lignes voisines"),
    ),
    _error(
        "P123",
        "comma-in-braces",
        (
            "between braces a comma ends the text, so `{text}` is read as another key",
            "put quotes around the text",
            "write {suggestion}",
        ),
        (
            "entre accolades une virgule termine le texte~: `{text}` est lu comme une autre clé",
            "mettez le texte entre guillemets",
            "écrivez {suggestion}",
        ),
    ),
)
