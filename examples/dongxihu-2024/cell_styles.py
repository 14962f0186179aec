# SPDX-License-Identifier: Apache-2.0
"""What a cell may hold and how it looks: the values of workbook.py and their entries in styles.xml."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True)
class Yuan:
    """An amount of money in fen, shown as yuan."""

    fen: int

    def text(self):
        sign = "-" if self.fen < 0 else ""
        yuan, fen = divmod(abs(self.fen), 100)
        return f"{sign}{yuan}.{fen:02d}".rstrip("0").rstrip(".")


@dataclass(frozen=True)
class Sum:
    """A formula with the value a spreadsheet program has cached for it."""

    formula: str
    cached: object


# A style is a row style and a kind of value; its number is its place in cellXfs.
KINDS = {"text": 0, "whole": 1, "decimal": 2, "money": 4, "date": 164, "moment": 165}
FONTS = {"body": 0, "title": 1, "note": 2, "header": 3, "total": 3}
FILLS = {"body": 0, "title": 0, "note": 0, "header": 2, "total": 3}
STYLES = [(row, kind) for row in FONTS for kind in KINDS]


def kind_of(value):
    if isinstance(value, Sum):
        return kind_of(value.cached)
    for type_, kind in ((str, "text"), (int, "whole"), (Decimal, "decimal"), (Yuan, "money"), (datetime, "moment")):
        if isinstance(value, type_):
            return kind
    return "date" if isinstance(value, date) else "text"


def number_text(value):
    """The text of a <v> element; times are days since 1899-12-30 as spreadsheet programs count them."""
    if isinstance(value, Yuan):
        return value.text()
    if isinstance(value, datetime):
        minutes = value.hour * 60 + value.minute
        days = (value.date() - date(1899, 12, 30)).days
        return str(days) if minutes == 0 else repr(days + minutes / 1440)
    if isinstance(value, date):
        return str((value - date(1899, 12, 30)).days)
    return str(value)


def alignment(row, kind):
    if row == "body":
        return "center" if kind in ("date", "moment") else "left" if kind == "text" else "right"
    return "left" if row == "note" else "right" if row == "total" and kind != "text" else "center"


def styles_xml():
    fonts = "".join(
        f'<font>{bold}<sz val="{size}"/><name val="{name}"/><charset val="134"/></font>'
        for bold, size, name in (("", 11, "宋体"), ("<b/>", 16, "黑体"), ("", 10, "宋体"), ("<b/>", 11, "宋体"))
    )
    fills = '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' + "".join(
        f'<fill><patternFill patternType="solid"><fgColor rgb="FF{rgb}"/></patternFill></fill>'
        for rgb in ("DDEBF7", "F2F2F2")
    )
    sides = "".join(f'<{side} style="thin"><color auto="1"/></{side}>' for side in ("left", "right", "top", "bottom"))
    formats = "".join(
        f'<xf numFmtId="{KINDS[kind]}" fontId="{FONTS[row]}" fillId="{FILLS[row]}" '
        f'borderId="{0 if row in ("title", "note") else 1}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" '
        f'applyBorder="1" applyAlignment="1"><alignment horizontal="{alignment(row, kind)}" vertical="center" '
        f'wrapText="{0 if kind in ("date", "moment") or row == "title" else 1}"/></xf>'
        for row, kind in STYLES
    )
    return (
        f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
        f'<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="4">{fonts}</fonts>'
        f'<fills count="4">{fills}</fills><borders count="2"><border/><border>{sides}</border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(STYLES)}">{formats}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" '
        'builtinId="0"/></cellStyles></styleSheet>'
    )
