# SPDX-License-Identifier: Apache-2.0
"""A small .xlsx writer: plain OOXML in a zip whose bytes depend on nothing but the content."""

import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from cell_styles import HEAD, MAIN, STYLES, Sum, kind_of, number_text, styles_xml

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FILE_TIME = (2025, 1, 15, 9, 0, 0)  # when the year's registers were closed


@dataclass
class Sheet:
    name: str
    widths: list
    rows: list = field(default_factory=list)  # of (style, height, values)
    merges: list = field(default_factory=list)
    frozen_rows: int = 0

    def add(self, style, values, height=None):
        self.rows.append((style, height, list(values)))
        return len(self.rows)

    def title(self, text, note=""):
        last = column_name(len(self.widths) - 1)
        self.merges.append(f"A1:{last}1")
        self.add("title", [text], 30)
        if note:
            self.merges.append(f"A2:{last}2")
            self.add("note", [note], 20)

    def header(self, titles):
        self.frozen_rows = self.add("header", titles, 32)

    def body(self, rows):
        """Adds the rows and answers the numbers of the first and the last of them."""
        first = len(self.rows) + 1
        for values in rows:
            self.add("body", values)
        return first, len(self.rows)


def column_name(index):
    name = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


class SharedStrings:
    def __init__(self):
        self.position, self.uses = {}, 0

    def add(self, text):
        self.uses += 1
        return self.position.setdefault(text, len(self.position))

    def xml(self):
        items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in self.position)
        return f'{HEAD}<sst xmlns="{MAIN}" count="{self.uses}" uniqueCount="{len(self.position)}">{items}</sst>'


def cell_xml(place, row_style, value, strings):
    style = STYLES.index((row_style, kind_of(value)))
    if value is None or value == "":
        return f'<c r="{place}" s="{style}"/>'
    if isinstance(value, Sum):
        return f'<c r="{place}" s="{style}"><f>{escape(value.formula)}</f><v>{number_text(value.cached)}</v></c>'
    if isinstance(value, str):
        return f'<c r="{place}" s="{style}" t="s"><v>{strings.add(value)}</v></c>'
    return f'<c r="{place}" s="{style}"><v>{number_text(value)}</v></c>'


def sheet_xml(sheet, strings, is_first):
    rows = []
    for number, (style, height, values) in enumerate(sheet.rows, start=1):
        values = values + [None] * (len(sheet.widths) - len(values)) if style != "note" else values
        cells = "".join(
            cell_xml(f"{column_name(at)}{number}", style, value, strings) for at, value in enumerate(values)
        )
        size = f' ht="{height}" customHeight="1"' if height else ""
        rows.append(f'<row r="{number}"{size}>{cells}</row>')
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, width in enumerate(sheet.widths, 1)
    )
    pane = ""
    if sheet.frozen_rows:
        pane = (
            f'<pane ySplit="{sheet.frozen_rows}" topLeftCell="A{sheet.frozen_rows + 1}" activePane="bottomLeft" '
            'state="frozen"/>'
        )
    merges = "".join(f'<mergeCell ref="{merge}"/>' for merge in sheet.merges)
    selected = ' tabSelected="1"' if is_first else ""
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{column_name(len(sheet.widths) - 1)}{len(sheet.rows)}"/>'
        f'<sheetViews><sheetView{selected} workbookViewId="0">{pane}</sheetView></sheetViews><sheetFormatPr '
        f'defaultRowHeight="18"/><cols>{columns}</cols><sheetData>{"".join(rows)}</sheetData>'
        + (f'<mergeCells count="{len(sheet.merges)}">{merges}</mergeCells>' if merges else "")
        + '<printOptions horizontalCentered="1"/>'
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter></worksheet>"
    )


def quoted(name):
    return escape("'" + name.replace("'", "''") + "'")


def package_parts(sheets):
    """The parts beside the sheets: what the package holds and how it hangs together."""
    numbers = range(1, len(sheets) + 1)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = "".join(
        f'<Override PartName="/xl/{name}" ContentType="{kind}.{type_}+xml"/>'
        for name, type_ in [("workbook.xml", "sheet.main"), ("styles.xml", "styles")]
        + [("sharedStrings.xml", "sharedStrings")]
        + [(f"worksheets/sheet{number}.xml", "worksheet") for number in numbers]
    )
    links = "".join(
        f'<Relationship Id="rId{at}" Type="{RELATIONS}/{type_}" Target="{target}"/>'
        for at, (type_, target) in enumerate(
            [("worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
            + [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")],
            start=1,
        )
    )
    tabs = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{at}" r:id="rId{at}"/>' for at, sheet in enumerate(sheets, 1)
    )
    titles = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{at}">{quoted(sheet.name)}!$1:${sheet.frozen_rows}'
        "</definedName>"
        for at, sheet in enumerate(sheets)
        if sheet.frozen_rows
    )
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
        f"<bookViews><workbookView/></bookViews><sheets>{tabs}</sheets><definedNames>{titles}</definedNames>"
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
        "xl/styles.xml": styles_xml(),
    }


def write_workbook(path, sheets):
    strings = SharedStrings()
    parts = package_parts(sheets)
    for number, sheet in enumerate(sheets, start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet_xml(sheet, strings, number == 1)
    parts["xl/sharedStrings.xml"] = strings.xml()
    with zipfile.ZipFile(Path(path), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, FILE_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every platform
            entry.external_attr = 0o644 << 16
            package.writestr(entry, text.encode("utf-8"))
