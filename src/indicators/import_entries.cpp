// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/decimal.h"
#include "chinese/date_text.h"
#include "indicators/import_reader.h"

namespace indicators {

namespace {

std::optional<base::Date> day_of(const std::string& text)
{
    if (const auto iso = base::Date::parse(text)) return *iso;
    const auto written = chinese::read_deadline(text);
    return written && written->year_known ? std::optional{written->last_day} : std::nullopt;
}

// The bytes of a separator that the text begins with, or 0.
std::size_t separator_at(std::string_view text)
{
    for (const std::string_view separator : {"；", ";", "、", "\n"})
        if (text.starts_with(separator)) return separator.size();
    return 0;
}

std::vector<std::string> file_names(std::string_view cell)
{
    std::vector<std::string> names{{}};
    while (!cell.empty()) {
        const std::size_t separator = separator_at(cell);
        if (separator > 0)
            names.emplace_back();
        else
            names.back().push_back(cell.front());
        cell.remove_prefix(std::max<std::size_t>(separator, 1));
    }
    for (std::string& name : names) name = without_outer_blanks(name);
    std::erase(names, std::string{});
    return names;
}

// A workbook may only name files that lie beside it or below: it may come from somebody else.
bool stays_inside(const std::filesystem::path& name)
{
    return name.is_relative() && std::none_of(name.begin(), name.end(), [](const auto& part) { return part == ".."; });
}

}  // namespace

base::Result<bool> TargetsReader::read_revisions()
{
    TRY_ASSIGN(const auto found, sheet("指标调整"));
    if (!found) return true;
    if (!found->has_header()) unread_codes_.emplace();
    std::vector<TextRow> taken;
    for (const TextRow& row : found->rows()) {
        const bool is_complete = require(*found, row, {"文号", "日期", "类型", "指标编码"});
        const std::string written = cell_of(row, "日期");
        const auto date = day_of(written);
        if (!date && !written.empty()) add(*found, row, "日期", "date_malformed", {{"text", written}});
        const auto kind = parse_revision_kind(cell_of(row, "类型"));
        if (!kind && !cell_of(row, "类型").empty()) add(*found, row, "类型", kind.error());
        if (!is_complete || !date || !kind) {
            unread_codes_.insert(cell_of(row, "指标编码"));
            continue;
        }
        import_.targets.revisions.push_back({cell_of(row, "文号"), *date, *kind, cell_of(row, "指标编码"),
                                             cell_of(row, "调整项"), cell_of(row, "调整前"), cell_of(row, "调整后"),
                                             cell_of(row, "事由")});
        taken.push_back(row);
    }
    add(*found, taken, check_revisions(import_.targets));
    return true;
}

void TargetsReader::check_known(const SheetText& sheet, const TextRow& row)
{
    const std::string code = cell_of(row, "指标编码");
    const auto& settings = import_.targets.indicators;
    const auto& revisions = import_.targets.revisions;
    const bool known =
        may_be_unread(code) ||
        std::any_of(settings.begin(), settings.end(), [&](const auto& setting) { return setting.code == code; }) ||
        std::any_of(revisions.begin(), revisions.end(), [&](const auto& change) { return change.code == code; });
    if (!known) add(sheet, row, "指标编码", "indicator_unknown", {{"code", code}});
}

base::Result<bool> TargetsReader::read_entries()
{
    TRY_ASSIGN(const auto found, sheet("人工填报"));
    if (!found) return true;
    std::map<std::string, std::uint32_t> codes;
    for (const TextRow& row : found->rows()) {
        if (!require(*found, row, {"指标编码"})) continue;
        check_known(*found, row);
        Entry entry{cell_of(row, "指标编码"), cell_of(row, "实际完成值"), cell_of(row, "评价档次"),
                    cell_of(row, "得分"), cell_of(row, "说明")};
        const auto [first, is_new] = codes.emplace(entry.code, row.number);
        if (!is_new)
            add(*found, row, "指标编码", "code_twice",
                {{"code", entry.code}, {"first", found->place(first->second, "指标编码")}});
        const bool is_number = entry.published.empty() || base::Decimal::parse(entry.published);
        if (!is_number && entry.actual != take_back_word)
            add(*found, row, "得分", "published_malformed", {{"text", entry.published}});
        take_evidence(*found, row);
        if (entry.actual == take_back_word)
            import_.entries.push_back({entry.code});
        else if (!entry.is_taken_back())
            import_.entries.push_back(std::move(entry));
    }
    return true;
}

void TargetsReader::take_evidence(const SheetText& sheet, const TextRow& row)
{
    for (const std::string& name : file_names(cell_of(row, "佐证文件"))) {
        if (evidence_ == NamedEvidence::left_out) {
            import_.evidence_left_out.push_back({cell_of(row, "指标编码"), name});
            continue;
        }
        const base::ErrorArgs args{{"file", name}};
        const std::filesystem::path file = folder_ / name;
        if (!stays_inside(name))
            add(sheet, row, "佐证文件", {base::ErrorKind::invalid, "indicators.evidence.outside_folder", args});
        else if (!std::filesystem::is_regular_file(file))
            add(sheet, row, "佐证文件", {base::ErrorKind::invalid, "content.file.unreadable", args});
        else
            import_.evidence.push_back({cell_of(row, "指标编码"), file});
    }
}

base::Result<bool> TargetsReader::read_notes()
{
    TRY_ASSIGN(const auto found, sheet("偏差说明"));
    if (!found) return true;
    for (const TextRow& row : found->rows()) {
        if (!require(*found, row, {"指标编码", "类型", "内容"})) continue;
        check_known(*found, row);
        const auto kind = parse_note_kind(cell_of(row, "类型"));
        if (!kind) {
            add(*found, row, "类型", kind.error());
            continue;
        }
        const std::string text = cell_of(row, "内容");
        import_.notes.push_back({cell_of(row, "指标编码"), *kind, text == take_back_word ? "" : text});
    }
    return true;
}

}  // namespace indicators
