"""openpyxl, which says nothing of its types."""

from __future__ import annotations

from typing import Any

import openpyxl  # type: ignore[import-untyped]
import openpyxl.chart  # type: ignore[import-untyped]
import openpyxl.formatting.rule  # type: ignore[import-untyped]
import openpyxl.styles  # type: ignore[import-untyped]
import openpyxl.utils  # type: ignore[import-untyped]

_untyped: Any = openpyxl

Sheet = Any
"""A worksheet."""

new_book: Any = _untyped.Workbook
letter_of: Any = _untyped.utils.get_column_letter
Font: Any = _untyped.styles.Font
Alignment: Any = _untyped.styles.Alignment
PatternFill: Any = _untyped.styles.PatternFill
LineChart: Any = _untyped.chart.LineChart
Reference: Any = _untyped.chart.Reference
ColorScaleRule: Any = _untyped.formatting.rule.ColorScaleRule
