# SPDX-License-Identifier: Apache-2.0
"""Workbooks as a clerk makes them: the program's own templates filled in below their example rows, files of refused rows
put right, and a register kept by hand, with titles, a header of two rows, merged cells and totals."""
import re
import zipfile
from datetime import date
from xml.etree import ElementTree
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DAY_ZERO = date(1899, 12, 30)
ElementTree.register_namespace("", MAIN)
ElementTree.register_namespace("r", OFFICE)


def tag(name):
    return f"{{{MAIN}}}{name}"


def column_name(index):
    name = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def column_index(reference):
    index = 0
    for letter in re.match(r"[A-Z]+", reference)[0]:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def cell_element(reference, value, style=None):
    cell = ElementTree.Element(tag("c"), {"r": reference, **({"s": style} if style else {})})
    if isinstance(value, str):
        cell.set("t", "inlineStr")
        ElementTree.SubElement(ElementTree.SubElement(cell, tag("is")), tag("t")).text = value
    else:
        number = (value - DAY_ZERO).days if isinstance(value, date) else value
        ElementTree.SubElement(cell, tag("v")).text = str(number)
    return cell


class Sheet:
    """One sheet of a workbook that the program wrote: its header is the first row with all the titles asked for."""

    def __init__(self, xml):
        self.root = ElementTree.fromstring(xml)
        self.data = self.root.find(tag("sheetData"))

    def xml(self):
        return HEAD.encode() + ElementTree.tostring(self.root, encoding="utf-8")

    def texts(self, row):
        return {column_index(cell.get("r")): "".join(cell.itertext()) for cell in row.iter(tag("c"))}

    def header(self, titles):
        for row in self.data.iter(tag("row")):
            found = {}
            for column, text in self.texts(row).items():  # 参会人数（人） is also 参会人数
                found[text] = found[text.partition("（")[0]] = column
            if all(title in found for title in titles):
                return row, found
        return None

    def style_of(self, column):
        for said in self.root.iterfind(f"{tag('cols')}/{tag('col')}"):
            if int(said.get("min")) <= column + 1 <= int(said.get("max")):
                return said.get("style")
        return None

    def append(self, records):
        """Below all that is there, the example rows too."""
        last = max(int(row.get("r")) for row in self.data.iter(tag("row")))
        for number, record in enumerate(records, last + 1):
            header = self.header(record)
            assert header, f"no header with {sorted(record)}"
            columns = header[1]
            row = ElementTree.SubElement(self.data, tag("row"), {"r": str(number)})
            for column, value in sorted((columns[title], value) for title, value in record.items()):
                if value not in ("", None):
                    row.append(cell_element(f"{column_name(column)}{number}", value, self.style_of(column)))

    def correct(self, key, name, changes):
        """In the row that says `name` under `key`; whether there is one."""
        header = self.header([key, *changes])
        if not header:
            return False
        header, columns = header
        for row in self.data.iter(tag("row")):
            if row is header or self.texts(row).get(columns[key]) != name:
                continue
            for title, value in changes.items():
                reference = f"{column_name(columns[title])}{row.get('r')}"
                for old in [cell for cell in row if cell.get("r") == reference]:
                    row.remove(old)
                row.append(cell_element(reference, value))
            row[:] = sorted(row, key=lambda cell: column_index(cell.get("r")))
            return True
        return False


def change(source, target, edit):
    """Copies a workbook; `edit(sheet name, Sheet)` changes what it likes."""
    with zipfile.ZipFile(source) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    names = re.findall(r'<sheet [^>]*?name="([^"]+)"', parts["xl/workbook.xml"].decode())
    for number, name in enumerate(names, 1):
        sheet = Sheet(parts[f"xl/worksheets/sheet{number}.xml"])
        edit(name, sheet)
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet.xml()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target


def fill(template, target, records):
    """{sheet: [{title: value}]} into a template."""
    return change(template, target, lambda name, sheet: sheet.append(records.get(name, [])))


def correct(failed, target, corrections):
    """[(key title, name, {title: value})] into a file of refused rows, on whichever sheet the row stands first."""
    left = list(corrections)

    def edit(_, sheet):
        left[:] = [correction for correction in left if not sheet.correct(*correction)]

    change(failed, target, edit)
    assert not left, f"no row for {left}"
    return target


def by_hand(target, name, rows, merged=()):
    """A workbook of one sheet as it stands, without anything that Mingji writes. Dates get a date format."""
    lines = []
    for number, values in enumerate(rows, 1):
        cells = [cell_element(f"{column_name(at)}{number}", value, "1" if isinstance(value, date) else None)
                 for at, value in enumerate(values) if value not in ("", None)]
        lines.append(f'<row r="{number}">' + "".join(ElementTree.tostring(cell, encoding="unicode") for cell in cells)
                     + "</row>")
    merges = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    merges = f'<mergeCells count="{len(merged)}">{merges}</mergeCells>' if merged else ""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml":
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels":
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml":
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="{escape(name)}" sheetId="1" r:id="rId1"/>'
            "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels":
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/worksheet" '
            f'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/>'
            "</Relationships>",
        "xl/styles.xml":
            f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
            '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/>'
            '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml":
            f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData>{merges}</worksheet>',
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for part, text in parts.items():
            package.writestr(part, (HEAD + text).encode())
    return target


def choices(workbook):
    """How many drop-downs and notes the sheets of a workbook have: {sheet number: (drop-downs, notes)}."""
    with zipfile.ZipFile(workbook) as package:
        names = package.namelist()
        counts = {}
        for name in names:
            found = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)
            if found:
                lists = package.read(name).count(b'type="list"')
                comments = f"xl/comments{found[1]}.xml"
                notes = package.read(comments).count(b"<comment ") if comments in names else 0
                counts[int(found[1])] = (lists, notes)
    return counts
