// SPDX-License-Identifier: Apache-2.0
#include "ledgers/import.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <unordered_map>

#include "base/sm3.h"
#include "ledgers/sheet_reader.h"
#include "spreadsheet/write.h"

namespace ledgers {

namespace {

void add_bytes_of(const std::filesystem::path& file, base::Sm3& digest)
{
    std::ifstream in{file, std::ios::binary};
    std::array<char, 1 << 16> buffer;
    while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0)
        digest.add({buffer.data(), static_cast<std::size_t>(in.gcount())});
}

// What a reader of the refusal can look for: the columns that must be there.
std::string required_titles(const Definition& definition)
{
    std::string titles;
    for (const Column& column : definition.columns)
        if (column.is_required) titles += (titles.empty() ? "" : "、") + column.title;
    return titles;
}

std::string cell_place(const Reading& reading, const NewRecord& record)
{
    const SheetRead& sheet = reading.sheets[record.sheet];
    return spreadsheet::place(sheet.name, record.row, sheet.identity_column);
}

void report_twice(const Definition& definition, Reading& reading, const Visitors& visitors)
{
    std::unordered_map<std::string_view, std::size_t> seen;
    seen.reserve(reading.records.size());
    const std::string title = definition.columns[definition.identity_columns().front()].title;
    for (std::size_t i = 0; i < reading.records.size(); ++i) {
        const NewRecord& record = reading.records[i];
        if (record.identity.find_first_not_of('\x1f') == std::string::npos) continue;  // reported as empty already
        const auto [at, is_new] = seen.try_emplace(record.identity, i);
        if (is_new) continue;
        const base::ErrorArgs args{{"identity", shown_identity(record.identity)},
                                   {"first", reading.place_of(reading.records[at->second])}};
        add_problem(reading, visitors,
                    {record.sheet,
                     record.row,
                     cell_place(reading, record),
                     title,
                     {base::ErrorKind::invalid, "ledgers.row.identity_twice", args}});
    }
}

}  // namespace

std::string Reading::place_of(const NewRecord& record) const
{
    return sheets[record.sheet].file + " " + cell_place(*this, record);
}

base::Result<void> read_workbook(spreadsheet::Workbook& workbook, const std::string& name, const Definition& definition,
                                 const Mapping& mapping, Reading& into, const Visitors& visitors)
{
    const std::size_t sheets_before = into.sheets.size();
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
        const std::string& sheet = workbook.sheets()[i];
        if (sheet == spreadsheet::choices_sheet) continue;
        TRY_ASSIGN(auto merges, workbook.merges(i));
        SheetReader reader{{definition, mapping, visitors}, {name, sheet}, std::move(merges), into};
        TRY(workbook.each_row(i, [&reader](const spreadsheet::Row& row) { return reader.row(row); }));
        if (!reader.finish() && !reader.is_empty()) into.passed_over.push_back(name + " " + sheet);
    }
    if (into.sheets.size() > sheets_before) return {};
    return base::fail(base::ErrorKind::invalid, "ledgers.file.no_header",
                      {{"file", name}, {"ledger", definition.name}, {"columns", required_titles(definition)}});
}

base::Result<Reading> read_register(const std::vector<std::filesystem::path>& files, const Definition& definition,
                                    const Mapping& mapping, const Visitors& visitors)
{
    Reading reading;
    base::Sm3 bytes;
    for (const std::filesystem::path& file : files) {
        TRY_ASSIGN(auto workbook, spreadsheet::Workbook::open(file));
        if (reading.file_notes.empty()) reading.file_notes = workbook.notes();
        TRY(read_workbook(workbook, file.filename().string(), definition, mapping, reading, visitors));
        add_bytes_of(file, bytes);
    }
    report_twice(definition, reading, visitors);
    std::stable_sort(reading.problems.begin(), reading.problems.end(), [](const Problem& a, const Problem& b) {
        return std::pair{a.sheet, a.row} < std::pair{b.sheet, b.row};
    });
    base::Sm3 list;
    for (const NewRecord& record : reading.records) list.add_field(record.cells);
    reading.file_digest = bytes.finish();
    reading.list_digest = list.finish();
    return reading;
}

}  // namespace ledgers
