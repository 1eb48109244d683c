"""Tables of personas: a row each, a column each, a key and a value a row, the quadrants of an empathy map."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parcours.bring.persona.blocks import Block
from parcours.bring.persona.labels import field_of
from parcours.bring.persona.said import Person, Said

Rows = Sequence[tuple[str, ...]]

_BREAK = re.compile(r"<br\s*/?>|\n", re.IGNORECASE)
_HEADS = frozenset(
    "attribute field key category question item property attribut champ rubrique clé atributo campo categoría chave "
    "merkmal feld eigenschaft campo attributo поле атрибут 項目 属性 项目 项 항목 value valeur valor wert valore "
    "значение 値 内容 值 값 내용 details détails detalles details".split()
)


def persons_in(rows: Rows, line: int, step: int = 1) -> tuple[Person, ...]:
    """The personas of a table that has a row or a column for each; none where it is another kind of table.

    ``line`` is that of the head, ``step`` how many lines lie between the head and the first row.
    """
    head = _known(rows[0]) if rows else 0
    side = _known([row[0] for row in rows if row])
    if head >= 2 and head >= side and len(rows) > 1 and not _quadrants(rows):
        named = next((n for n, cell in enumerate(rows[0]) if field_of(cell) == "name"), 0)
        lines = [line, *(line + step + n for n in range(len(rows) - 1))]
        return tuple(
            Person(_at(row, named), at, tuple(_cells(rows[0], row, at)))
            for row, at in zip(rows[1:], lines[1:], strict=True)
            if any(row)
        )
    if side >= 2 and rows and max(map(len, rows)) > 2:
        return _columns(rows, line, step)
    return ()


def _columns(rows: Rows, line: int, step: int) -> tuple[Person, ...]:
    lines = [line, *(line + step + n for n in range(len(rows) - 1))]
    body = list(zip(rows, lines, strict=True))
    labels = tuple(row[0] if row else "" for row in rows)
    headed = not field_of(labels[0])
    found: list[Person] = []
    for column in range(1, max(map(len, rows))):
        cells = [(_at(row, column), label, at) for (row, at), label in zip(body, labels, strict=True)]
        if not any(cell for cell, _, _ in cells):
            continue
        name = cells[0][0] if headed else next((c for c, label, _ in cells if field_of(label) == "name"), "")
        told = cells[1:] if headed else cells
        found.append(Person(name, line, tuple(_said(label, cell, at) for cell, label, at in told if cell)))
    return tuple(found)


def _cells(head: tuple[str, ...], row: tuple[str, ...], line: int) -> list[Said]:
    labels = (*head, *("" for _ in row[len(head) :]))
    return [_said(label, cell, line) for label, cell in zip(labels, row, strict=False) if cell]


def told_in(block: Block, field: str) -> tuple[Said, ...]:
    """What a table says of one persona: a key and a value a row, or the quadrants of an empathy map.

    Empty where it is a table of something else; ``field`` is that of the heading it stands under.
    """
    rows = block.rows
    if field not in ("", "group", "empathy", "bio", "about"):
        return ()
    if _quadrants(rows):
        return tuple(_of_quadrants(block))
    if rows and max(map(len, rows)) == 2 and _known([row[0] for row in rows if row]) >= 2:
        return tuple(_of_pairs(block))
    return ()


def _of_pairs(block: Block) -> list[Said]:
    first, *rest = block.rows
    found: list[Said] = []
    if field_of(first[0]):
        found.append(_said(first[0], _at(first, 1), block.line))
    elif any(first) and _is_head(first):
        found.append(Said(" | ".join(filter(None, first)), "group", block.line))
    elif any(first):
        # An empty cell and a name; else something the writer said over the two columns.
        found.append(Said(first[0], "" if first[0] else "name", block.line, tuple(_texts(_at(first, 1), block.line))))
    at = block.line + 1
    for row in rest:
        at += 1
        if any(row):
            found.append(_said(row[0], _at(row, 1), at))
    return found


def _is_head(row: tuple[str, ...]) -> bool:
    return all(not cell or cell.strip("*_ ").casefold() in _HEADS for cell in row)


def _quadrants(rows: Rows) -> bool:
    """Whether every other row, from the head on, holds labels alone: an empathy map drawn as a table."""
    if not rows or len(rows) % 2 or not rows[0]:
        return False
    heads = [row for n, row in enumerate(rows) if n % 2 == 0]
    return all(any(row) and all(_asks(cell) for cell in row if cell) for row in heads) and len(rows[0]) >= 2


def _asks(cell: str) -> bool:
    return field_of(cell).startswith("empathy.") or field_of(cell) in ("pains", "gains", "about", "needs", "goals")


def _of_quadrants(block: Block) -> list[Said]:
    rows = block.rows
    found: list[Said] = []
    for n in range(0, len(rows), 2):
        at = block.line + n + (2 if n == 0 else 1) + 0
        found += [_said(label, cell, at) for label, cell in zip(rows[n], rows[n + 1], strict=False) if label or cell]
    return found


def _said(label: str, cell: str, line: int) -> Said:
    return Said(label.strip("*_ "), field_of(label), line, tuple(_texts(cell, line)))


def _texts(cell: str, line: int) -> list[Block]:
    """The content of a cell as blocks: several lines are items."""
    parts = [part.strip() for part in _BREAK.split(cell) if part.strip()]
    if len(parts) <= 1:
        return [Block("text", part, line) for part in parts]
    return [Block("item", re.sub(r"^(?:[-*•◦▪‣–—]|\d{1,2}[.)])\s*", "", part), line) for part in parts]


def _known(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if field_of(cell))


def _at(row: tuple[str, ...], n: int) -> str:
    return row[n] if n < len(row) else ""
