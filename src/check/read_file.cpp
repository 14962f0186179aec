// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/column_letters.h"
#include "base/decimal.h"
#include "check/check.h"
#include "check/core/copied.h"
#include "check/core/long_blocks.h"
#include "check/core/read_text.h"
#include "check/core/rule.h"
#include "check/core/text_limits.h"
#include "check/extension.h"
#include "check/read_docx.h"
#include "check/read_pdf.h"
#include "spreadsheet/convert.h"
#include "spreadsheet/open_file.h"
#include "spreadsheet/text_source.h"
#include "spreadsheet/workbook.h"

namespace check {

namespace {

constexpr std::uint64_t most_bytes = 50ULL << 20;
constexpr std::array<std::string_view, 2> text_names{".txt", ".md"};
constexpr std::array<std::string_view, 5> converted_names{".doc", ".wps", ".html", ".htm", ".pdf"};
constexpr std::array<std::string_view, 7> sheet_names{".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".tsv"};

// The words of the converter's refusals speak of workbooks; these speak of documents.
constexpr std::array conversion_refusals{
    std::pair{"spreadsheet.convert.program_missing", "check.convert.program_missing"},
    std::pair{"spreadsheet.convert.took_too_long", "check.convert.took_too_long"},
    std::pair{"spreadsheet.convert.failed", "check.convert.failed"}};

template <std::size_t Count>
bool is_one_of(const std::array<std::string_view, Count>& names, std::string_view extension)
{
    return std::find(names.begin(), names.end(), extension) != names.end();
}

bool is_readable(std::string_view extension)
{
    return extension == ".docx" || is_one_of(text_names, extension) || is_one_of(sheet_names, extension) ||
           is_one_of(converted_names, extension);
}

base::Result<base::FileDescriptor> open(const std::filesystem::path& path)
{
    base::FileDescriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    struct stat status {};
    if (file.number() < 0 || fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode))
        return base::fail(base::ErrorKind::not_found, "check.file.not_found", {{"file", path.string()}});
    if (static_cast<std::uint64_t>(status.st_size) > most_bytes)
        return base::fail(base::ErrorKind::invalid, "check.file.too_large", {{"file", path.string()}});
    return file;
}

base::Result<ReportText> read_plain(const base::FileDescriptor& file)
{
    spreadsheet::FileSource looked_through{file.number()};
    TRY_ASSIGN(const spreadsheet::Encoding encoding, spreadsheet::detect_encoding(looked_through));
    const auto source = spreadsheet::decoded(std::make_unique<spreadsheet::FileSource>(file.number()), encoding);
    TRY_ASSIGN(const std::string text, spreadsheet::all_of(*source));
    return read_text(text);
}

// A cell that shows 0.9776 as 97.76% is read as it shows.
std::string as_shown(const spreadsheet::Cell& cell)
{
    const auto value = cell.shown_as_percent ? base::Decimal::parse(cell.text) : base::Result<base::Decimal>{};
    if (!cell.shown_as_percent || !value || value->scale() > 9) return cell.text;
    return multiply(*value, base::Decimal::whole(100)).without_trailing_zeros().to_string() + "%";
}

bool some_rule_had_enough(const Findings& findings)
{
    std::map<std::string_view, std::size_t> counts;
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& finding) { return ++counts[finding.rule] == most_of_a_rule; });
}

// A row of a sheet is a line; each cell stands at its own place.
Block row_block(const std::string& sheet, const spreadsheet::Row& row, std::size_t table)
{
    Block block{Block::Kind::row, "|"};
    block.table = table;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        std::string text = as_shown(row.cells[column]);
        std::replace_if(
            text.begin(), text.end(), [](char letter) { return letter == '\n' || letter == '\r' || letter == '|'; },
            ' ');
        block.text += ' ';
        block.cells.push_back({block.text.size(), text.size(), column});
        const std::string cell = base::column_letters(static_cast<std::uint32_t>(column)) + std::to_string(row.number);
        block.stretches.push_back({block.text.size(), text.size(), {row.number, 1, 0, sheet, cell}});
        block.text += text + " |";
    }
    return block;
}

base::Result<Read> read_sheets(const std::filesystem::path& path)
{
    TRY_ASSIGN(spreadsheet::Workbook workbook, spreadsheet::Workbook::open(path));
    Read read{{}, workbook.notes()};
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
        TRY(workbook.each_row(i, [&](const spreadsheet::Row& row) {
            read.text.blocks.push_back(row_block(workbook.sheets()[i], row, i + 1));
            return spreadsheet::Visit::go_on;
        }));
    }
    return read;
}

// What the name promises, by the first bytes.
base::Result<void> look_at_first_bytes(const base::FileDescriptor& file, std::string_view extension)
{
    std::string head(8, '\0');
    const ssize_t size = ::pread(file.number(), head.data(), head.size(), 0);
    head.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    const bool is_pdf = head.starts_with("%PDF-");
    const bool is_ole = head.starts_with("\xD0\xCF\x11\xE0");
    const bool is_right = extension == ".pdf" ? is_pdf : extension.starts_with(".htm") ? !is_pdf && !is_ole : is_ole;
    if (!is_right)
        return base::fail(base::ErrorKind::invalid, "check.file.other_kind", {{"extension", std::string{extension}}});
    return {};
}

base::Result<spreadsheet::Converted> converted(const base::FileDescriptor& file, spreadsheet::DocumentKind kind)
{
    auto answer = spreadsheet::convert_document(file.number(), kind, spreadsheet::Limits{});
    if (answer) return answer;
    base::Error error = answer.error();
    for (const auto& [of_workbooks, of_documents] : conversion_refusals)
        if (error.code == of_workbooks) error.code = of_documents;
    return tl::unexpected<base::Error>(std::move(error));
}

// With its tables; as plain text where pdftotext writes words that are no XML (control characters).
base::Result<Read> read_pdf(const base::FileDescriptor& file)
{
    TRY_ASSIGN(spreadsheet::Converted words, converted(file, spreadsheet::DocumentKind::pdf_words));
    spreadsheet::FileSource source{words.file.number()};
    TRY_ASSIGN(const std::string xhtml, spreadsheet::all_of(source));
    if (const auto text = text_of_pdf_words(xhtml)) return Read{read_text(*text), std::move(words.notes)};
    TRY_ASSIGN(spreadsheet::Converted plain, converted(file, spreadsheet::DocumentKind::pdf));
    TRY_ASSIGN(ReportText text, read_plain(plain.file));
    return Read{std::move(text), std::move(plain.notes)};
}

base::Result<Read> read_converted(const base::FileDescriptor& file, std::string_view extension)
{
    TRY(look_at_first_bytes(file, extension));
    if (extension == ".pdf") return read_pdf(file);
    const bool is_html = extension.starts_with(".htm");
    TRY_ASSIGN(spreadsheet::Converted docx,
               converted(file, is_html ? spreadsheet::DocumentKind::html : spreadsheet::DocumentKind::ole));
    TRY_ASSIGN(ReportText text, read_docx(std::move(docx.file)));
    return Read{std::move(text), std::move(docx.notes)};
}

base::Result<Read> read_by_kind(const std::filesystem::path& path)
{
    const std::string extension = extension_of(path);
    if (is_one_of(sheet_names, extension)) return read_sheets(path);
    const bool is_text = is_one_of(text_names, extension);
    const bool is_converted = is_one_of(converted_names, extension);
    if (!is_text && !is_converted && extension != ".docx")
        return base::fail(base::ErrorKind::invalid, "check.file.unknown_kind", {{"file", path.string()}});
    TRY_ASSIGN(base::FileDescriptor file, open(path));
    if (is_converted) return read_converted(file, extension);
    Read read;
    if (is_text) {
        TRY_ASSIGN(read.text, read_plain(file));
    } else {
        TRY_ASSIGN(read.text, read_docx(std::move(file)));
    }
    return read;
}

}  // namespace

base::Result<Read> read_report(const std::filesystem::path& path)
{
    base::Result<Read> read = read_by_kind(path);
    if (read) {
        // Every kind of file has become the same text here.
        if (auto allowed = refuse_too_much(read->text); !allowed) read = tl::unexpected<base::Error>(allowed.error());
    }
    if (!read) {
        base::Error error = read.error();
        const bool names_file =
            std::any_of(error.args.begin(), error.args.end(), [](const auto& arg) { return arg.first == "file"; });
        if (!names_file) error.args.emplace_back("file", path.string());
        return tl::unexpected<base::Error>(std::move(error));
    }
    read->text.file = path.string();
    if (read->text.blocks.empty())
        return base::fail(base::ErrorKind::invalid, "check.file.no_text", {{"file", path.string()}});
    return read;
}

base::Result<void> refuse_other_year(const ReportText& text, const Beside& beside)
{
    const std::optional<int> year = beside.known ? material_of(text).year : std::nullopt;
    if (year && *year != beside.known->year)
        return base::fail(base::ErrorKind::invalid, "check.known.other_year",
                          {{"report", std::to_string(*year)}, {"year", std::to_string(beside.known->year)}});
    return {};
}

Checked check_text(ReportText text, const Beside& beside)
{
    text = cut_long_blocks(std::move(text));
    Checked checked;
    const auto add = [&](const Findings& more) {
        checked.findings.insert(checked.findings.end(), more.begin(), more.end());
    };
    {
        Material material = material_of(text);
        checked.findings = findings_of(material);
        if (some_rule_had_enough(checked.findings)) checked.notes.emplace_back("check.findings.stopped");
        if (beside.known) add(known_otherwise(material, *beside.known));
        checked.claims = std::move(material.claims);
    }
    if (beside.earlier) add(copied_from(text, *beside.earlier));
    checked.text = std::move(text);
    return checked;
}

base::Result<Checked> check_file(const std::filesystem::path& path, const Beside& beside)
{
    const auto start = std::chrono::steady_clock::now();
    TRY_ASSIGN(Read read, read_report(path));
    TRY(refuse_other_year(read.text, beside));
    Checked checked = check_text(std::move(read.text), beside);
    checked.notes.insert(checked.notes.begin(), read.notes.begin(), read.notes.end());
    checked.time = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    return checked;
}

base::Result<std::vector<std::filesystem::path>> reports_at(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return base::fail(base::ErrorKind::not_found, "check.file.not_found", {{"file", path.string()}});
    if (!std::filesystem::is_directory(path, error)) return std::vector{path};
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator{path, error}) {
        const std::string extension = extension_of(entry.path());
        if (entry.is_regular_file(error) && is_readable(extension)) found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    if (found.empty())
        return base::fail(base::ErrorKind::not_found, "check.file.none_in_folder", {{"file", path.string()}});
    return found;
}

bool has_errors(const Findings& findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::error; });
}

}  // namespace check
