// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <set>
#include <stdexcept>
#include <system_error>

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/date.h"
#include "base/utf8.h"
#include "document/check.h"
#include "document/printed_date.h"
#include "document/xlsx_sheet.h"

namespace document {

namespace {

// libxlsxwriter 1.1 writes only to a file by name. This one has a name and lives in memory.
class MemoryFile {
public:
    MemoryFile() : descriptor_{memfd_create("workbook", MFD_CLOEXEC)}
    {
        if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "memfd_create");
    }
    ~MemoryFile() { close(descriptor_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    std::string name() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

    std::string content() const
    {
        std::string bytes;
        char buffer[65536];
        if (lseek(descriptor_, 0, SEEK_SET) != 0) throw std::system_error(errno, std::generic_category(), "lseek");
        for (ssize_t count = 0; (count = read(descriptor_, buffer, sizeof buffer)) != 0;) {
            if (count < 0) throw std::system_error(errno, std::generic_category(), "read");
            bytes.append(buffer, static_cast<std::size_t>(count));
        }
        return bytes;
    }

private:
    int descriptor_;
};

// Frees a workbook that a refusal left unwritten.
struct WorkbookFreed {
    void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};
using WorkbookPointer = std::unique_ptr<lxw_workbook, WorkbookFreed>;

// The rules of spreadsheets: at most 31 characters, none of []:*?/\, no apostrophe at an end.
bool is_sheet_name(const std::string& name)
{
    std::size_t characters = 0;
    for (std::size_t at = 0; at < name.size(); ++characters) base::next_letter(name, at);
    return characters > 0 && characters <= 31 && name.find_first_of("[]:*?/\\\n\t") == std::string::npos &&
           name.front() != '\'' && name.back() != '\'';
}

void set_properties(lxw_workbook* workbook, const Document& document)
{
    const auto day = base::Date::parse(instant_of(document.date).substr(0, 10));
    std::string title = document.title;
    std::string author = document.organisation;
    std::string company = "Mingji";
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    properties.company = company.data();
    properties.created = static_cast<time_t>(day->days_since_1970() * 86'400);
    workbook_set_properties(workbook, &properties);
}

base::Result<bool> add_sheet(lxw_workbook* workbook, Formats& formats, const Document& document, const Table& table,
                             std::set<std::string>& names)
{
    if (!is_sheet_name(table.sheet))
        return base::fail(base::ErrorKind::invalid, "document.sheet.bad_name", {{"sheet", beginning(table.sheet)}});
    std::string folded = table.sheet;
    std::transform(folded.begin(), folded.end(), folded.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (!names.insert(folded).second)
        return base::fail(base::ErrorKind::invalid, "document.sheet.duplicate", {{"sheet", table.sheet}});
    lxw_worksheet* const sheet = workbook_add_worksheet(workbook, table.sheet.c_str());
    if (!sheet) throw std::runtime_error("xlsx: cannot add a sheet");
    return write_sheet(sheet, formats, document, table);
}

}  // namespace

base::Result<std::string> xlsx(const Document& document)
{
    TRY(check(document));
    const MemoryFile file;
    WorkbookPointer workbook{workbook_new(file.name().c_str())};
    if (!workbook) throw std::runtime_error("xlsx: no memory");
    set_properties(workbook.get(), document);

    Formats formats{workbook.get()};
    std::set<std::string> names;
    for (const Block& block : document.blocks) {
        const Table* const table = std::get_if<Table>(&block);
        if (table && !table->sheet.empty()) TRY(add_sheet(workbook.get(), formats, document, *table, names));
    }
    if (names.empty()) return base::fail(base::ErrorKind::invalid, "document.sheet.none");
    if (const lxw_error error = workbook_close(workbook.release()); error != LXW_NO_ERROR)
        throw std::runtime_error(std::string{"xlsx: "} + lxw_strerror(error));
    return file.content();
}

}  // namespace document
