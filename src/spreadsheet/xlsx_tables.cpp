// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <optional>

#include "spreadsheet/sheet_part.h"
#include "spreadsheet/tables.h"
#include "spreadsheet/workbook_parts.h"

namespace spreadsheet {

using base::ErrorKind;
using base::fail;

namespace {

struct Sheet {
    std::string part;
    bool is_hidden = false;
    std::optional<std::vector<Merge>> merges = {};  // once known
};

std::string folder_of(const std::string& part)
{
    return part.substr(0, part.rfind('/') + 1);
}

std::string relationships_of(const std::string& part)
{
    const std::string folder = folder_of(part);
    return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

// Most large sheets have no merged range, and looking for the word is far cheaper than reading the cells. A zero byte
// means UTF-16, where the word looks different: then the cells must be read.
base::Result<bool> may_have_merges(ByteSource& source)
{
    constexpr std::string_view word = "mergeCell";
    std::string buffer;
    while (true) {
        const std::size_t kept = std::min(buffer.size(), word.size() - 1);
        buffer.erase(0, buffer.size() - kept);
        buffer.resize(kept + chunk_bytes);
        TRY_ASSIGN(const std::size_t count, source.read(buffer.data() + kept, chunk_bytes));
        buffer.resize(kept + count);
        if (count == 0) return false;
        if (buffer.find(word) != std::string::npos || buffer.find('\0') != std::string::npos) return true;
    }
}

class XlsxTables : public Tables {
public:
    XlsxTables(Archive archive, const Limits& limits) : archive_{std::move(archive)}, limits_{limits} {}

    base::Result<void> open();

    const std::vector<std::string>& sheets() const override { return names_; }
    bool is_hidden(std::size_t sheet) const override { return sheets_.at(sheet).is_hidden; }
    base::Result<void> each_row(std::size_t sheet, const RowVisitor& visit) override;
    base::Result<std::vector<Merge>> merges(std::size_t sheet) override;

private:
    base::Result<std::string> find_workbook_part();
    base::Result<void> load_strings();

    Archive archive_;
    Limits limits_;
    std::vector<std::string> names_;
    std::vector<Sheet> sheets_;
    std::vector<CellFormat> formats_;
    Epoch epoch_ = Epoch::year_1900;
    std::string strings_part_;  // empty where the file has none
    std::optional<SharedStrings> strings_;
};

base::Result<std::string> XlsxTables::find_workbook_part()
{
    const std::string root = "_rels/.rels";
    if (archive_.has(root)) {
        TRY_ASSIGN(const auto source, archive_.open_part(root));
        TRY_ASSIGN(const auto relationships, read_relationships(*source, root, ""));
        for (const auto& [id, relationship] : relationships)
            if (relationship.type == "officeDocument") return relationship.part;
    }
    return "xl/workbook.xml";
}

base::Result<void> XlsxTables::open()
{
    TRY_ASSIGN(const std::string part, find_workbook_part());
    TRY_ASSIGN(const auto workbook_source, archive_.open_part(part));
    TRY_ASSIGN(const WorkbookPart workbook, read_workbook_part(*workbook_source, part));
    epoch_ = workbook.epoch;

    const std::string relationships_part = relationships_of(part);
    TRY_ASSIGN(const auto source, archive_.open_part(relationships_part));
    TRY_ASSIGN(const auto relationships, read_relationships(*source, relationships_part, folder_of(part)));
    for (const SheetEntry& entry : workbook.sheets) {
        const auto found = relationships.find(entry.relationship);
        // A sheet that is nothing but a chart has another type, and no cells.
        if (found == relationships.end() || found->second.type != "worksheet") continue;
        names_.push_back(entry.name);
        sheets_.push_back({found->second.part, entry.is_hidden});
    }
    if (sheets_.empty()) return fail(ErrorKind::invalid, "spreadsheet.file.no_sheets");

    for (const auto& [id, relationship] : relationships) {
        if (relationship.type == "sharedStrings" && archive_.has(relationship.part)) strings_part_ = relationship.part;
        if (relationship.type != "styles" || !archive_.has(relationship.part)) continue;
        TRY_ASSIGN(const auto styles_source, archive_.open_part(relationship.part));
        TRY_ASSIGN(formats_, read_styles(*styles_source, relationship.part));
    }
    return {};
}

base::Result<void> XlsxTables::load_strings()
{
    if (strings_) return {};
    if (strings_part_.empty()) {
        strings_.emplace();
        return {};
    }
    TRY_ASSIGN(const auto source, archive_.open_part(strings_part_));
    TRY_ASSIGN(strings_, read_shared_strings(*source, strings_part_, limits_));
    return {};
}

base::Result<void> XlsxTables::each_row(std::size_t sheet, const RowVisitor& visit)
{
    Sheet& read = sheets_.at(sheet);
    TRY(load_strings());
    TRY_ASSIGN(const auto source, archive_.open_part(read.part));
    const SheetContext context{names_.at(sheet), *strings_, formats_, epoch_, limits_};
    TRY_ASSIGN(SheetReading reading, read_sheet(*source, read.part, context, visit));
    if (reading.is_complete) read.merges = std::move(reading.merges);
    return {};
}

base::Result<std::vector<Merge>> XlsxTables::merges(std::size_t sheet)
{
    Sheet& read = sheets_.at(sheet);
    if (!read.merges) {
        TRY_ASSIGN(const auto source, archive_.open_part(read.part));
        TRY_ASSIGN(const bool has_any, may_have_merges(*source));
        if (!has_any) return std::vector<Merge>{};
        TRY(each_row(sheet, [](const Row&) { return Visit::go_on; }));
    }
    return *read.merges;
}

}  // namespace

base::Result<std::unique_ptr<Tables>> open_xlsx(Archive archive, const Limits& limits)
{
    auto tables = std::make_unique<XlsxTables>(std::move(archive), limits);
    TRY(tables->open());
    return tables;
}

}  // namespace spreadsheet
