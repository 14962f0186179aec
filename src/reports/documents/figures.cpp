// SPDX-License-Identifier: Apache-2.0
#include "reports/documents/figures.h"

namespace reports {

namespace {

document::Run missing(const std::string& what)
{
    return {.text = "【缺少数据：" + what + "】", .missing = true};
}

void append_text(document::Paragraph& paragraph, std::string_view text)
{
    if (text.empty()) return;
    const bool continues =
        !paragraph.runs.empty() && paragraph.runs.back().fact.empty() && !paragraph.runs.back().missing;
    if (continues)
        paragraph.runs.back().text += text;
    else
        paragraph.runs.push_back({.text = std::string{text}});
}

}  // namespace

const Fact* find_fact(const std::string& name, const YearReport& report)
{
    const auto by_code = report.facts.find(name);
    if (by_code != report.facts.end()) return &by_code->second;
    for (const auto& [code, fact] : report.facts)
        if (fact.title == name) return &fact;
    return nullptr;
}

document::Run figure(const std::string& code, const YearReport& report)
{
    const Fact* const fact = find_fact(code, report);
    if (!fact) return missing(code);
    if (!fact->value) return missing(fact->title);
    return {.text = *fact->value, .fact = fact->code};
}

document::Paragraph with_figures(std::string_view sentence, const YearReport& report, document::ParagraphStyle style)
{
    document::Paragraph paragraph{{}, style};
    while (!sentence.empty()) {
        const auto open = sentence.find('{');
        append_text(paragraph, sentence.substr(0, open));
        if (open == std::string_view::npos) break;
        sentence.remove_prefix(open + 1);
        if (sentence.starts_with('{')) {
            append_text(paragraph, "{");
            sentence.remove_prefix(1);
            continue;
        }
        const auto close = sentence.find('}');
        if (close == std::string_view::npos) {
            append_text(paragraph, "{");
            continue;
        }
        paragraph.runs.push_back(figure(std::string{sentence.substr(0, close)}, report));
        sentence.remove_prefix(close + 1);
    }
    return paragraph;
}

}  // namespace reports
