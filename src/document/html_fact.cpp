// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "base/grouped.h"
#include "document/html_page.h"
#include "document/text.h"

namespace document {

namespace {

// A fact with the rows of its list that are really there.
struct Evidence {
    const FactSheet& fact;
    const RecordSheet* sheet;
    std::vector<std::size_t> rows;
};

Evidence evidence_of(const Document& document, const FactSheet& fact)
{
    const auto found = document.records.find(fact.records);
    Evidence evidence{fact, found == document.records.end() ? nullptr : &found->second, {}};
    for (const std::size_t row : fact.rows)
        if (evidence.sheet && row < evidence.sheet->rows.size()) evidence.rows.push_back(row);
    return evidence;
}

bool is_money(const Evidence& evidence, std::size_t column)
{
    return !evidence.rows.empty() && std::all_of(evidence.rows.begin(), evidence.rows.end(), [&](std::size_t row) {
        const auto& cells = evidence.sheet->rows[row];
        return column >= cells.size() || cells[column].empty() || base::is_amount(cells[column]);
    });
}

// How the page sets a column. Digests are of the records as they were; the page groups the digits of amounts.
struct Setting {
    bool is_right = false;
    bool is_money = false;
};

// A column of nothing but figures is set to the right.
bool is_numeric(const Evidence& evidence, std::size_t column)
{
    return !evidence.rows.empty() && std::all_of(evidence.rows.begin(), evidence.rows.end(), [&](std::size_t row) {
        const auto& cells = evidence.sheet->rows[row];
        return column >= cells.size() || cells[column].find_first_not_of("0123456789.,-+%") == std::string::npos;
    });
}

std::string term(std::string_view name, const std::string& value, std::string_view kind = "")
{
    return fmt::format("<dt>{}</dt><dd{}>{}</dd>\n", name, kind, value.empty() ? "未提供" : escaped(value));
}

std::string summary(const FactSheet& fact)
{
    return fmt::format("<h1>{}</h1>\n<p class=\"value\">{}</p>\n<dl>\n{}{}{}{}{}</dl>\n", escaped(fact.title),
                       fact.value.empty() ? "<mark class=\"missing\">缺少数据</mark>" : escaped(fact.value),
                       term("期间", fact.period), term("计算公式", base::with_grouped_yuan(fact.formula)),
                       term("口径", fact.definition), term("记录", fmt::format("共 {} 条记录", fact.record_count)),
                       term("SM3 摘要", fact.digest, " class=\"digest\""));
}

std::string table_head(const Evidence& evidence, const std::vector<Setting>& settings)
{
    std::string head = "<th scope=\"col\" class=\"right\">序号</th>";
    for (std::size_t column = 0; column < evidence.sheet->columns.size(); ++column)
        head += fmt::format("<th scope=\"col\"{}>{}</th>", settings[column].is_right ? " class=\"right\"" : "",
                            escaped(evidence.sheet->columns[column]));
    if (!evidence.sheet->places.empty()) head += "<th scope=\"col\">出处</th>";
    if (!evidence.sheet->digests.empty()) head += "<th scope=\"col\">记录摘要</th>";
    return head;
}

std::string table_row(const Evidence& evidence, const std::vector<Setting>& settings, std::size_t position)
{
    const std::size_t row = evidence.rows[position];
    const RecordSheet& sheet = *evidence.sheet;
    std::string cells = fmt::format("<td class=\"right\">{}</td>", position + 1);
    for (std::size_t column = 0; column < sheet.columns.size(); ++column) {
        const std::string cell = column < sheet.rows[row].size() ? sheet.rows[row][column] : std::string{};
        cells += fmt::format("<td{}>{}</td>", settings[column].is_right ? " class=\"right\"" : "",
                             escaped(settings[column].is_money ? base::grouped(cell) : cell));
    }
    if (!sheet.places.empty())
        cells += fmt::format("<td>{}</td>", row < sheet.places.size() ? escaped(sheet.places[row]) : "");
    if (!sheet.digests.empty())
        cells +=
            fmt::format("<td class=\"digest\">{}</td>", row < sheet.digests.size() ? escaped(sheet.digests[row]) : "");
    return "<tr>" + cells + "</tr>\n";
}

std::string records_table(const Evidence& evidence, std::size_t first, std::size_t last)
{
    std::vector<Setting> settings;
    for (std::size_t column = 0; column < evidence.sheet->columns.size(); ++column)
        settings.push_back({is_numeric(evidence, column), is_money(evidence, column)});
    std::string rows;
    for (std::size_t position = first; position < last; ++position) rows += table_row(evidence, settings, position);
    return fmt::format(
        "<div class=\"scroll\"><table class=\"records\">\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n"
        "</table></div>\n",
        table_head(evidence, settings), rows);
}

std::string page_links(const FactSheet& fact, std::size_t page, std::size_t pages)
{
    if (pages == 1) return {};
    std::string links;
    for (std::size_t other = 0; other < pages; ++other) {
        const std::string file = fact_page_path(fact, other).substr(std::string_view{"facts/"}.size());
        links += other == page ? fmt::format("<strong aria-current=\"page\">{}</strong>\n", other + 1)
                               : fmt::format("<a href=\"{}\">{}</a>\n", file, other + 1);
    }
    return fmt::format("<nav class=\"pages\" aria-label=\"记录分页\">第\n{}页，共 {} 页</nav>\n", links, pages);
}

std::string records_part(const Evidence& evidence, std::size_t page, std::size_t pages)
{
    if (evidence.rows.empty())
        return evidence.fact.record_count == 0 ? ""
                                               : "<p class=\"notice\" role=\"note\">记录清单没有随本报告提供。</p>\n";
    const std::size_t first = page * records_on_page;
    const std::size_t last = std::min(first + records_on_page, evidence.rows.size());
    std::string part = "<h2>逐条记录</h2>\n";
    if (evidence.rows.size() != evidence.fact.record_count)
        part += fmt::format("<p class=\"notice\" role=\"note\">清单列出 {} 条，与记录数 {} 条不一致。</p>\n",
                            evidence.rows.size(), evidence.fact.record_count);
    const std::string links = page_links(evidence.fact, page, pages);
    return part + links + records_table(evidence, first, last) + links;
}

}  // namespace

void append_fact_pages(std::vector<File>& files, const Document& document, const FactSheet& fact)
{
    const Evidence evidence = evidence_of(document, fact);
    const std::size_t pages = std::max<std::size_t>(1, (evidence.rows.size() + records_on_page - 1) / records_on_page);
    const std::string back =
        fmt::format("<p class=\"back\"><a href=\"../index.html#f-{}\">← 返回报告</a></p>\n", fact_name(fact.id));
    for (std::size_t page = 0; page < pages; ++page) {
        const std::string body = fmt::format("<main class=\"sheet\">\n{}{}{}{}</main>\n", back, summary(fact),
                                             records_part(evidence, page, pages), back);
        files.push_back({fact_page_path(fact, page), html_page(fact.title + " · " + document.title, "../", body)});
    }
}

}  // namespace document
