// SPDX-License-Identifier: Apache-2.0
#include "indicators/http/run_json.h"

#include "indicators/http/answers.h"

namespace indicators {

namespace {

json::value signature_or_null(const std::optional<Signature>& signature)
{
    return signature ? json::value(to_json(*signature)) : json::value(nullptr);
}

json::object finding_json(const NumberedFinding& one, const std::vector<Waiver>& waivers, const http::Context& context)
{
    const Finding& finding = one.finding;
    base::Error sentence{base::ErrorKind::invalid, "finding." + finding.rule, finding.args};
    for (std::size_t i = 0; i < finding.numbers.size(); ++i)
        sentence.args.emplace_back(std::to_string(i + 1), finding.numbers[i]);
    json::object object{{"finding", one.number},
                        {"code", text_or_null(one.code)},
                        {"rule", finding.rule},
                        {"severity", to_string(finding.severity)},
                        {"message", words_of(context, sentence)},
                        {"places", texts_json(finding.places)},
                        {"numbers", texts_json(finding.numbers)},
                        {"waiver", nullptr}};
    for (const Waiver& waiver : waivers)
        if (waiver.finding == one.number) object["waiver"] = to_json(waiver);
    return object;
}

// How the score came about, in words: 5 × 1928次 ÷ ≥1930次 = 4.99.
std::string formula_of(const RunRow& row, const http::Context& context)
{
    const auto points = [](const std::optional<base::Decimal>& value) {
        return value ? value->to_string() : std::string{};
    };
    return words_of(context, {base::ErrorKind::invalid,
                              "indicators.formula." + row.reason,
                              {{"weight", points(row.weight)},
                               {"score", points(row.score)},
                               {"target", row.target},
                               {"actual", row.actual},
                               {"band", row.band}}});
}

json::object row_json(const RunRow& row, const http::Context& context)
{
    return {{"code", row.code},
            {"goal", row.goal},
            {"level1", row.level1},
            {"level2", row.level2},
            {"name", row.name},
            {"target", row.target},
            {"unit", row.unit},
            {"actual", text_or_null(row.actual)},
            {"weight", to_json(row.weight)},
            {"score", to_json(row.score)},
            {"reason", row.reason},
            {"formula", formula_of(row, context)},
            {"band", text_or_null(row.band)},
            {"published", to_json(row.published)},
            {"note", text_or_null(row.note)},
            {"version", row.version},
            {"has_fact", !row.fact_id.empty()}};
}

json::array records_json(const std::vector<FactRecord>& records)
{
    constexpr std::size_t most = 100;  // the page asks for the rest at the fact itself
    json::array array;
    for (std::size_t i = 0; i < std::min(records.size(), most); ++i)
        array.push_back(json::object{{"id", records[i].id}, {"place", records[i].place}});
    return array;
}

json::object change_json(const FactChange& change)
{
    return {{"code", change.code},
            {"name", change.name},
            {"value_then", text_or_null(change.value_then)},
            {"value_now", text_or_null(change.value_now)},
            {"asked_then", count_or_null(change.asked_then)},
            {"asked_now", count_or_null(change.asked_now)},
            {"changed", records_json(change.changed)},
            {"changed_count", change.changed.size()},
            {"vanished", records_json(change.vanished)},
            {"vanished_count", change.vanished.size()},
            {"appeared", records_json(change.appeared)},
            {"appeared_count", change.appeared.size()}};
}

json::value side_json(const RunRow* row)
{
    if (!row) return nullptr;
    return json::object{{"target", row->target},           {"actual", text_or_null(row->actual)},
                        {"weight", to_json(row->weight)},  {"score", to_json(row->score)},
                        {"note", text_or_null(row->note)}, {"version", row->version}};
}

std::string digest_in(const std::vector<Fact>& facts, const std::string& code)
{
    for (const Fact& fact : facts)
        if (fact.code == code) return fact.digest;
    return {};
}

json::object pair_json(const std::optional<base::Decimal>& before, const std::optional<base::Decimal>& after)
{
    return {{"before", to_json(before)},
            {"after", to_json(after)},
            {"difference", before && after ? json::value((*after - *before).to_string()) : json::value(nullptr)}};
}

}  // namespace

json::object to_json(const Waiver& waiver)
{
    return {{"finding", waiver.finding},
            {"reason", waiver.reason},
            {"account", waiver.account},
            {"at", base::instant_text(waiver.at_ms)}};
}

json::object to_json(const Signature& signature)
{
    return {{"account", signature.account}, {"at", base::instant_text(signature.at_ms)}, {"digest", signature.digest}};
}

json::object summary_json(const Run& run, const std::optional<Signature>& signature)
{
    return {{"run", run.id.text()},
            {"year", run.year.year},
            {"as_of", run.as_of.to_string()},
            {"at", base::instant_text(run.at_ms)},
            {"account", run.actor},
            {"rule_set",
             json::object{{"id", run.rule_set.id}, {"title", run.rule_set.title}, {"digest", run.rule_set.digest}}},
            {"execution", json::object{{"rate", percent_or_null(run.execution_rate)},
                                       {"weight", to_json(run.execution_weight)},
                                       {"score", to_json(run.execution_score)}}},
            {"indicators_total", run.indicators_total.to_string()},
            {"total", to_json(run.total)},
            {"grade", run.grade ? json::value(*run.grade) : json::value(nullptr)},
            {"corrects", run.corrects ? json::value(run.corrects->text()) : json::value(nullptr)},
            {"why", text_or_null(run.why)},
            {"facts_digest", run.facts_digest},
            {"digest", run.digest},
            {"signature", signature_or_null(signature)}};
}

json::object to_json(const Run& run, const RunStanding& standing, const http::Context& context)
{
    json::object object = summary_json(run, standing.signature);
    json::array rows;
    for (const RunRow& row : run.rows) rows.push_back(row_json(row, context));
    json::array findings;
    for (const NumberedFinding& one : numbered_findings(run))
        findings.push_back(finding_json(one, standing.waivers, context));
    object["rows"] = std::move(rows);
    object["findings"] = std::move(findings);
    object["open_errors"] = open_errors(run, standing.waivers).size();
    object["corrected_by"] = standing.corrected_by ? json::value(standing.corrected_by->text()) : json::value(nullptr);
    return object;
}

json::object to_json(const Verification& found)
{
    json::array changes;
    for (const FactChange& change : found.changes) changes.push_back(change_json(change));
    json::array evidence;
    for (const DamagedEvidence& damage : found.evidence)
        evidence.push_back(json::object{{"code", damage.evidence.code},
                                        {"name", damage.evidence.file_name},
                                        {"digest", damage.evidence.digest},
                                        {"missing", damage.missing}});
    return {{"clean", found.clean()},
            {"facts", found.facts},
            {"records", found.records},
            {"changes", std::move(changes)},
            {"unreadable", texts_json(found.unreadable)},
            {"evidence", std::move(evidence)},
            {"broken_seals", texts_json(found.broken_seals)}};
}

json::object comparison_json(const Run& before, const std::vector<Fact>& facts_before, const Run& after,
                             const std::vector<Fact>& facts_after)
{
    json::array rows;
    for (const RunRowChange& change : compare(before, after)) {
        const bool facts_differ = digest_in(facts_before, change.code) != digest_in(facts_after, change.code);
        const char* const kind = !change.before         ? "added"
                                 : !change.after        ? "removed"
                                 : change.parts.empty() ? "same"
                                                        : "changed";
        rows.push_back(json::object{{"code", change.code},
                                    {"name", change.name},
                                    {"change", kind},
                                    {"parts", texts_json(change.parts)},
                                    {"records_differ", facts_differ},
                                    {"before", side_json(change.before)},
                                    {"after", side_json(change.after)}});
    }
    return {{"before", summary_json(before, std::nullopt)},
            {"after", summary_json(after, std::nullopt)},
            {"execution", pair_json(before.execution_score, after.execution_score)},
            {"total", pair_json(before.total, after.total)},
            {"rows", std::move(rows)}};
}

}  // namespace indicators
