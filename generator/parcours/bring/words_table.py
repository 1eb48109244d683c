"""What is said of tables."""

from __future__ import annotations

from parcours.bring.remark import Weight

_NOTE, _ASK, _REFUSED = Weight.NOTE, Weight.ASK, Weight.REFUSED

TABLE = {
    "table-across": (
        _NOTE,
        ("read with a stage in each column: {lanes}", ""),
        ("lu avec une étape par colonne\u202f: {lanes}", ""),
    ),
    "table-down": (
        _NOTE,
        ("read with a stage or step in each row: {lanes}", ""),
        ("lu avec une étape ou un événement par ligne\u202f: {lanes}", ""),
    ),
    "table-lanes": (
        _NOTE,
        ("these fill no field we know, so they become lanes of their own: {names}", ""),
        ("ceux-ci ne remplissent aucun champ connu et deviennent des couloirs\u202f: {names}", ""),
    ),
    "table-counted": (
        _NOTE,
        ("`{name}` only counts the rows, so it is left out: {numbers}", ""),
        ("`{name}` ne fait que compter les lignes et est laissé de côté\u202f: {numbers}", ""),
    ),
    "table-unnamed": (
        _ASK,
        ("a lane without a name: it is called by its number", "give it its name"),
        ("un couloir sans nom\u202f: il est appelé par son numéro", "donnez-lui son nom"),
    ),
    "table-no-stage": (
        _ASK,
        ("nothing here says which stages there are: one is proposed for all steps", "divide it as it deserves"),
        ("rien ici ne dit quelles étapes il y a\u202f: une seule est proposée", "divisez-la comme il convient"),
    ),
    "table-no-action": (
        _NOTE,
        ("no lane says what is done: each stage gets a step of its name", ""),
        ("aucun couloir ne dit ce qui est fait\u202f: chaque étape reçoit un événement de son nom", ""),
    ),
    "table-gathered": (
        _ASK,
        ("`{stage}` lists {count} steps; what it says once stands at the first of them", "move it where it belongs"),
        ("`{stage}` liste {count} événements\u202f; ce qui n’est dit qu’une fois est au premier", "déplacez-le"),
    ),
    "table-unnumbered": (
        _NOTE,
        ("`{written}` is called `{name}`: its number is its place", ""),
        ("`{written}` s’appelle `{name}`\u202f: son numéro est sa place", ""),
    ),
    "event-log": (
        _REFUSED,
        (
            "this is an event log, a row for each thing one customer did at one time; a map says what customers do",
            "draw the map first, then bring counts of these rows in as metrics (content/metrics/*.csv)",
        ),
        (
            "ceci est un journal d’événements, une ligne par acte d’un client\u202f; une carte dit ce qu’ils font",
            "dessinez d’abord la carte, puis apportez les décomptes comme mesures (content/metrics/*.csv)",
        ),
    ),
    "not-a-table": (
        _REFUSED,
        ("nothing divides these lines into columns", "columns stand apart by commas, semicolons or tabs"),
        (
            "rien ne divise ces lignes en colonnes",
            "les colonnes se séparent par virgules, points-virgules ou tabulations",
        ),
    ),
    "not-a-workbook": (
        _REFUSED,
        ("this is no workbook we can read: broken, locked, or larger than we open", "save it as XLSX, or CSV"),
        ("ce classeur est illisible\u202f: abîmé, verrouillé ou trop grand", "enregistrez-le en XLSX ou en CSV"),
    ),
    "no-openpyxl": (
        _REFUSED,
        ("a workbook needs openpyxl", "pip install 'parcours[office]', or save it as CSV"),
        ("un classeur demande openpyxl", "pip install 'parcours[office]', ou enregistrez-le en CSV"),
    ),
}
