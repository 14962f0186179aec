// SPDX-License-Identifier: Apache-2.0
#include "reports/http/preview_json.h"

#include <boost/json.hpp>

#include "http/json_text.h"
#include "reports/documents/compose.h"

namespace reports {

namespace json = boost::json;
using http::text_or_null;

namespace {

const char* to_text(document::Align align)
{
    switch (align) {
        case document::Align::left: return "left";
        case document::Align::center: return "center";
        case document::Align::right: return "right";
    }
    return "";
}

const char* to_text(document::ParagraphStyle style)
{
    switch (style) {
        case document::ParagraphStyle::body: return "body";
        case document::ParagraphStyle::note: return "note";
        case document::ParagraphStyle::caption: return "caption";
        case document::ParagraphStyle::list: return "list";
    }
    return "";
}

// One block after the other; counts the places that lack a figure on its way.
class BlockList {
public:
    json::array list(const std::vector<document::Block>& blocks)
    {
        json::array array;
        for (const document::Block& block : blocks)
            array.push_back(std::visit([this](const auto& one) { return this->block(one); }, block));
        return array;
    }
    std::size_t missing() const { return missing_; }

private:
    json::array runs(const std::vector<document::Run>& list)
    {
        json::array array;
        for (const document::Run& run : list) {
            missing_ += run.missing ? 1U : 0U;
            array.push_back(json::object{
                {"text", run.text}, {"fact", text_or_null(run.fact)}, {"bold", run.bold}, {"missing", run.missing}});
        }
        return array;
    }

    json::object block(const document::Heading& heading)
    {
        return {{"type", "heading"},
                {"level", heading.level},
                {"text", heading.text},
                {"section", text_or_null(heading.name)}};
    }

    json::object block(const document::Paragraph& paragraph)
    {
        return {{"type", "paragraph"}, {"style", to_text(paragraph.style)}, {"runs", runs(paragraph.runs)}};
    }

    json::object block(const document::Table& table)
    {
        json::array rows;
        for (const auto& row : table.rows) {
            json::array cells;
            for (const document::TableCell& cell : row)
                cells.push_back(json::object{{"runs", runs(cell.runs)},
                                             {"column_span", cell.column_span},
                                             {"row_span", cell.row_span},
                                             {"align", to_text(cell.align)},
                                             {"header", cell.header}});
            rows.push_back(std::move(cells));
        }
        return {{"type", "table"},
                {"caption", text_or_null(table.caption)},
                {"widths", json::array(table.widths.begin(), table.widths.end())},
                {"header_rows", table.header_rows},
                {"rows", std::move(rows)}};
    }

    json::object block(const document::PageBreak&) { return {{"type", "page_break"}}; }

    json::object block(const document::Signature&) { return {{"type", "signature"}}; }

    // No report has a code; its words would be a caption.
    json::object block(const document::QrCode& code)
    {
        return block(document::Paragraph{{{code.label}}, document::ParagraphStyle::caption});
    }

    std::size_t missing_ = 0;
};

json::array texts(const std::vector<std::string>& list)
{
    json::array array;
    for (const std::string& text : list) array.emplace_back(text);
    return array;
}

// Scores rest on the rows of the score table, which the preview has itself; everything else on records of the run.
json::object fact_json(const Fact& fact, const Preview& preview)
{
    json::object object{{"title", fact.title},
                        {"value", fact.value ? json::value(*fact.value) : json::value(nullptr)},
                        {"formula", fact.formula},
                        {"period", fact.period},
                        {"digest", fact.digest},
                        {"definition", fact.definition},
                        {"record_count", fact.record_count},
                        {"fact", nullptr},
                        {"records", nullptr},
                        {"columns", nullptr},
                        {"rows", nullptr}};
    const auto list = preview.report.records.find(fact.records);
    if (fact.records.empty() || list == preview.report.records.end()) {
        const std::string path = "/api/v1/indicators/runs/" + preview.run + "/facts/" + fact.code;
        object["fact"] = path;
        object["records"] = path + "/records";
        return object;
    }
    json::array rows;
    for (const std::size_t row : fact.rows) rows.push_back(texts(list->second.rows[row]));
    object["columns"] = texts(list->second.columns);
    object["rows"] = std::move(rows);
    return object;
}

}  // namespace

json::object to_json(const Preview& preview)
{
    const document::Document document = compose(preview.report);
    BlockList blocks;
    json::array list = blocks.list(document.blocks);
    json::object facts;
    for (const auto& [code, fact] : preview.report.facts) facts[code] = fact_json(fact, preview);
    json::array findings;
    for (const FindingRow& finding : preview.report.findings)
        findings.push_back(json::object{{"severity", finding.severity},
                                        {"severity_text", finding.severity_text},
                                        {"code", text_or_null(finding.code)},
                                        {"rule", finding.rule},
                                        {"message", finding.message},
                                        {"places", text_or_null(finding.places)}});
    return {{"year", preview.report.year}, {"run", preview.run},
            {"title", document.title},     {"organisation", document.organisation},
            {"date", document.date},       {"signed_by", text_or_null(preview.report.signed_by)},
            {"missing", blocks.missing()}, {"blocks", std::move(list)},
            {"facts", std::move(facts)},   {"findings", std::move(findings)}};
}

}  // namespace reports
