// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/tests/built_workbook.h"

#include <unistd.h>
#include <zip.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace spreadsheet::testing {

namespace {

const std::string declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
const std::string main_space = R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
                               R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relationships(const std::vector<std::pair<std::string, std::string>>& entries)
{
    std::string text =
        declaration + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    int number = 0;
    for (const auto& [type, target] : entries)
        text += R"(<Relationship Id="rId)" + std::to_string(++number) + R"(" Type=")" + types + type + R"(" Target=")" +
                target + R"("/>)";
    return text + "</Relationships>";
}

}  // namespace

BuiltWorkbook::BuiltWorkbook(const std::string& sheet_data, const std::string& after_data)
{
    const std::string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    parts["[Content_Types].xml"] =
        declaration + R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)" +
        R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)" +
        R"(<Default Extension="xml" ContentType="application/xml"/>)" +
        R"(<Override PartName="/xl/workbook.xml" ContentType=")" + type + R"(sheet.main+xml"/>)" +
        R"(<Override PartName="/xl/worksheets/sheet1.xml" ContentType=")" + type + R"(worksheet+xml"/></Types>)";
    parts["_rels/.rels"] = relationships({{"officeDocument", "xl/workbook.xml"}});
    parts["xl/_rels/workbook.xml.rels"] = relationships(
        {{"worksheet", "worksheets/sheet1.xml"}, {"styles", "styles.xml"}, {"sharedStrings", "sharedStrings.xml"}});
    parts["xl/worksheets/sheet1.xml"] = declaration + "<worksheet " + main_space + "><sheetData>" + sheet_data +
                                        "</sheetData>" + after_data + "</worksheet>";
    workbook("", R"(<sheet name="会议" sheetId="1" r:id="rId1"/>)");
}

BuiltWorkbook& BuiltWorkbook::styles(const std::vector<unsigned>& ids, const std::vector<std::string>& codes)
{
    std::string text = declaration + "<styleSheet " + main_space + "><numFmts>";
    for (std::size_t at = 0; at < codes.size(); ++at)
        text += "<numFmt numFmtId=\"" + std::to_string(164 + at) + "\" formatCode=\"" + codes[at] + "\"/>";
    text += R"(</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>)";
    for (const unsigned id : ids) text += "<xf numFmtId=\"" + std::to_string(id) + "\"/>";
    parts["xl/styles.xml"] = text + "</cellXfs></styleSheet>";
    return *this;
}

BuiltWorkbook& BuiltWorkbook::shared(const std::string& items)
{
    parts["xl/sharedStrings.xml"] = declaration + "<sst " + main_space + ">" + items + "</sst>";
    return *this;
}

BuiltWorkbook& BuiltWorkbook::workbook(const std::string& properties, const std::string& sheets)
{
    parts["xl/workbook.xml"] =
        declaration + "<workbook " + main_space + ">" + properties + "<sheets>" + sheets + "</sheets></workbook>";
    return *this;
}

std::string BuiltWorkbook::bytes() const
{
    return zipped(parts);
}

std::string zipped(const std::map<std::string, std::string>& parts)
{
    zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t* const archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& [name, text] : parts)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), ZIP_FL_ENC_UTF_8);
    if (zip_close(archive) != 0) throw std::runtime_error(zip_strerror(archive));
    zip_source_open(target);
    zip_stat_t about{};
    zip_source_stat(target, &about);
    std::string bytes(about.size, '\0');
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

TemporaryFile::TemporaryFile(const std::string& name, const std::string& bytes)
{
    std::string pattern = (std::filesystem::temp_directory_path() / "mingji-test-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("mkdtemp");
    folder_ = pattern;
    path_ = folder_ / name;
    if (!bytes.empty()) std::ofstream{path_, std::ios::binary} << bytes;
}

TemporaryFile::~TemporaryFile()
{
    std::error_code ignored;  // the test's outcome is known already
    std::filesystem::remove_all(folder_, ignored);
}

base::Result<std::vector<Row>> rows_of(Workbook& workbook, std::size_t sheet)
{
    std::vector<Row> rows;
    TRY(workbook.each_row(sheet, [&](const Row& row) {
        rows.push_back(row);
        return Visit::go_on;
    }));
    return rows;
}

base::Result<std::vector<Row>> rows_of(const std::string& bytes, const std::string& name, const Limits& limits)
{
    TRY_ASSIGN(Workbook workbook, Workbook::from_bytes(bytes, name, limits));
    return rows_of(workbook);
}

std::string refusal_of(const std::string& bytes, const std::string& name, const Limits& limits)
{
    const auto rows = rows_of(bytes, name, limits);
    return rows ? "" : rows.error().code;
}

std::string argument(const base::Error& error, const std::string& name)
{
    for (const auto& [key, value] : error.args)
        if (key == name) return value;
    return "";
}

std::string described(const Cell& cell)
{
    constexpr const char* kinds[] = {"empty", "text", "number", "date", "time", "boolean", "error"};
    return kinds[static_cast<int>(cell.kind)] + std::string{":"} + cell.text + (cell.shown_as_percent ? "%" : "");
}

std::vector<std::string> cells_of(const std::string& row_xml, const std::vector<unsigned>& style_ids,
                                  const std::vector<std::string>& codes)
{
    const auto rows = rows_of(BuiltWorkbook{row_xml}.styles(style_ids, codes).bytes());
    if (!rows) return {rows.error().code + " " + argument(rows.error(), "place")};
    std::vector<std::string> cells;
    for (const Row& row : *rows)
        for (const Cell& cell : row.cells) cells.push_back(described(cell));
    return cells;
}

}  // namespace spreadsheet::testing
