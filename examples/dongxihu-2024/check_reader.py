# SPDX-License-Identifier: Apache-2.0
"""Reads the example's workbooks back: nothing here is shared with the script that wrote them."""

import csv
import io
import re
import zipfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from xml.etree import ElementTree

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
TOTAL = re.compile(r"(合计|小计|总计)$")


@dataclass
class Table:
    file: str
    sheet: str
    title: str
    columns: list
    records: list  # of {column: text, Decimal or datetime}


def position(place):
    letters, digits = re.match(r"([A-Z]+)(\d+)$", place).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(digits), column - 1


def day_formats(package):
    """For each cell style whether it shows a number as a day or a moment."""
    styles = ElementTree.fromstring(package.read("xl/styles.xml"))
    custom = {one.get("numFmtId"): one.get("formatCode") for one in styles.iterfind("m:numFmts/m:numFmt", NS)}
    return ["y" in custom.get(one.get("numFmtId"), "") for one in styles.iterfind("m:cellXfs/m:xf", NS)]


def moment(serial):
    """Days since 1899-12-30, rounded to the minute."""
    return datetime(1899, 12, 30) + timedelta(minutes=round(Decimal(serial) * 1440))


def value_of(cell, strings, is_day):
    value = cell.findtext("m:v", default="", namespaces=NS)
    if value == "":
        return ""
    if cell.get("t") == "s":
        return strings[int(value)]
    return moment(value) if is_day[int(cell.get("s", 0))] else Decimal(value)


def grid_of(sheet, strings, is_day):
    """{(row, column): value} with merged cells filled from their first cell."""
    grid = {}
    for cell in sheet.iterfind("m:sheetData/m:row/m:c", NS):
        value = value_of(cell, strings, is_day)
        if value != "":
            grid[position(cell.get("r"))] = value
    for merge in sheet.iterfind("m:mergeCells/m:mergeCell", NS):
        (top, left), (bottom, right) = map(position, merge.get("ref").split(":"))
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                grid.setdefault((row, column), grid.get((top, left), ""))
    return grid


def sheets_of(path):
    """(sheet name, grid) for each sheet of an .xlsx file."""
    with zipfile.ZipFile(path) as package:
        strings = [
            "".join(text.text or "" for text in item.iterfind(".//m:t", NS))
            for item in ElementTree.fromstring(package.read("xl/sharedStrings.xml")).iterfind("m:si", NS)
        ]
        is_day = day_formats(package)
        names = ElementTree.fromstring(package.read("xl/workbook.xml")).iterfind("m:sheets/m:sheet", NS)
        for number, one in enumerate(names, start=1):
            sheet = ElementTree.fromstring(package.read(f"xl/worksheets/sheet{number}.xml"))
            yield one.get("name"), grid_of(sheet, strings, is_day)


def csv_grid(path):
    text = path.read_bytes().decode("gb18030")
    rows = enumerate(csv.reader(io.StringIO(text, newline="")), start=1)
    return {(at, column): cell for at, row in rows for column, cell in enumerate(row) if cell != ""}


def without_unit(header):
    """服务面积（平方米） is the column 服务面积; amounts of money keep their bracket."""
    return re.sub(r"（平方米）$", "", header)


def table_of(file, sheet, grid, expected):
    """The records below the row that names all expected columns."""
    for row in sorted({row for row, _ in grid}):
        named = {without_unit(str(value)): at for (line, at), value in grid.items() if line == row}
        if not set(expected) <= set(named):
            continue
        records = []
        for line in sorted({line for line, _ in grid if line > row}):
            record = {title: grid.get((line, at), "") for title, at in named.items()}
            first = str(next((grid[key] for key in sorted(grid) if key[0] == line), ""))
            if not TOTAL.search(first) and not first.startswith("备注"):
                records.append(record)
        return Table(file, sheet, str(grid.get((1, 0), "")), list(named), records)
    raise SystemExit(f"{file} {sheet}：找不到表头 {expected}")


def read_tables(path, expected):
    """One table per sheet; `expected` is a list of columns or a dictionary of them by sheet name."""
    grids = [("", csv_grid(path))] if path.suffix == ".csv" else sheets_of(path)
    return [
        table_of(path.name, name, grid, expected[name] if isinstance(expected, dict) else expected)
        for name, grid in grids
    ]
