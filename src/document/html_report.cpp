// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "document/html_page.h"
#include "document/numbering.h"
#include "document/qr.h"
#include "document/text.h"

namespace document {

namespace {

// Writes the blocks, and with them the list of contents and the count of missing facts.
class ReportWriter {
public:
    explicit ReportWriter(const Document& document) : document_{document}, runs_{document} {}

    std::string body, contents;
    std::size_t missing = 0;

    void operator()(const Heading& heading)
    {
        end_list();
        const std::string number = numbers_.next(heading.level);
        // The title of the report is h1.
        const int level = heading.level + 1;
        const std::string text = escaped(number + heading.text);
        ++headings_;
        body += fmt::format("<h{0} id=\"h{1}\">{2}</h{0}>\n", level, headings_, text);
        if (heading.level <= 2)
            contents +=
                fmt::format("<li class=\"level{}\"><a href=\"#h{}\">{}</a></li>\n", heading.level, headings_, text);
    }

    void operator()(const Paragraph& paragraph)
    {
        count_missing(paragraph.runs);
        if (paragraph.style == ParagraphStyle::list) {
            if (!in_list_) body += "<ul>\n";
            in_list_ = true;
            body += "<li>" + runs_(paragraph.runs) + "</li>\n";
            return;
        }
        end_list();
        const std::string_view kind = paragraph.style == ParagraphStyle::note      ? " class=\"note\""
                                      : paragraph.style == ParagraphStyle::caption ? " class=\"caption\""
                                                                                   : "";
        body += fmt::format("<p{}>{}</p>\n", kind, runs_(paragraph.runs));
    }

    void operator()(const Table& table)
    {
        end_list();
        for (const auto& row : table.rows)
            for (const TableCell& cell : row) count_missing(cell.runs);
        body += html_table(table, runs_);
    }

    void operator()(const PageBreak&)
    {
        end_list();
        body += "<div class=\"page-break\"></div>\n";
    }

    void operator()(const Signature&)
    {
        end_list();
        if (document_.organisation.empty() && document_.date.empty()) return;
        body += fmt::format("<p class=\"signature\">{}<br>{}</p>\n", escaped(document_.organisation),
                            escaped(document_.date));
    }

    void operator()(const QrCode& code)
    {
        end_list();
        const auto modules = modules_of(code);
        if (!modules) return;  // the other renderings refuse it; a page says at least its words
        body += fmt::format("<figure class=\"code\">\n{}<figcaption>{}</figcaption>\n</figure>\n",
                            modules->svg(code.label), escaped(code.label));
    }

    void end_list()
    {
        if (in_list_) body += "</ul>\n";
        in_list_ = false;
    }

private:
    void count_missing(const std::vector<Run>& runs)
    {
        missing += static_cast<std::size_t>(
            std::count_if(runs.begin(), runs.end(), [](const Run& run) { return run.missing; }));
    }

    const Document& document_;
    HtmlRuns runs_;
    HeadingNumbers numbers_;
    int headings_ = 0;
    bool in_list_ = false;
};

// Every fact of the report in one table, with or without a place in the text.
std::string list_of_facts(const Document& document)
{
    if (document.facts.empty()) return {};
    std::string rows;
    for (const FactSheet& fact : document.facts)
        rows += fmt::format(
            "<tr><td><a href=\"{}\">{}</a></td><td class=\"right\">{}</td><td>{}</td><td "
            "class=\"right\">{}</td></tr>\n",
            fact_page_path(fact, 0), escaped(fact.title), escaped(fact.value), escaped(fact.period), fact.record_count);
    return fmt::format(
        "<section class=\"sources\">\n<h2 id=\"sources\">数据来源</h2>\n"
        "<p class=\"note\">本报告所用数据共 {} 项。点开名称，可以看到算法、口径和逐条记录。</p>\n"
        "<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">数据项</th><th scope=\"col\">数值</th>"
        "<th scope=\"col\">期间</th><th scope=\"col\">记录数</th></tr></thead>\n<tbody>\n{}</tbody>\n"
        "</table></div>\n</section>\n",
        document.facts.size(), rows);
}

}  // namespace

std::string html_report(const Document& document)
{
    ReportWriter writer{document};
    for (const Block* const block : printed_blocks(document)) std::visit(writer, *block);
    writer.end_list();
    const std::string sources = list_of_facts(document);
    if (!sources.empty()) writer.contents += "<li class=\"level1\"><a href=\"#sources\">数据来源</a></li>\n";
    const std::string notice =
        writer.missing == 0
            ? ""
            : fmt::format("<p class=\"notice\" role=\"note\">本报告有 {} 处缺少数据，已在文中标出。</p>\n",
                          writer.missing);
    const std::string contents =
        writer.contents.empty()
            ? ""
            : fmt::format("<nav aria-label=\"目录\"><p>目录</p>\n<ol>\n{}</ol></nav>\n", writer.contents);
    return fmt::format(
        "<a class=\"skip\" href=\"#report\">跳到正文</a>\n<div class=\"frame\">\n{}<main id=\"report\">\n"
        "<h1>{}</h1>\n{}{}{}</main>\n</div>\n",
        contents, escaped(document.title), notice, writer.body, sources);
}

}  // namespace document
