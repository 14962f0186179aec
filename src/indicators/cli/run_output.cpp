// SPDX-License-Identifier: Apache-2.0
#include "indicators/cli/run_output.h"

#include <boost/json.hpp>

#include "base/clock.h"
#include "cli/json.h"
#include "indicators/cli/evaluation_json.h"
#include "indicators/cli/evaluation_table.h"
#include "indicators/formula_text.h"

namespace indicators {

namespace json = boost::json;

namespace {

using ::cli::Side;
using ::cli::Terminal;

std::string points(const std::optional<base::Decimal>& number)
{
    return number ? number->to_string() : "";
}

json::value points_or_null(const std::optional<base::Decimal>& number)
{
    return number ? json::value(number->to_string()) : json::value(nullptr);
}

bool wants_json(const Terminal& terminal)
{
    return terminal.format == ::cli::Format::json;
}

std::vector<::cli::TableColumn> columns(const Terminal& terminal, const std::vector<::cli::Text>& titles)
{
    std::vector<::cli::TableColumn> made;
    for (const ::cli::Text& title : titles) made.push_back({terminal.say(title), Side::left});
    return made;
}

std::string moment_of(std::int64_t at_ms)
{
    constexpr std::int64_t china_standard_time_s = 8 * 3600;
    const std::int64_t second = at_ms / 1000 + china_standard_time_s;
    return base::DateTime{base::Date::from_days(second / 86'400), static_cast<int>(second % 86'400)}.to_string();
}

json::object to_json(const Run& run)
{
    return {{"run", run.id.text()},
            {"year", std::to_string(run.year.year)},
            {"as_of", run.as_of.to_string()},
            {"at", moment_of(run.at_ms)},
            {"rule_set", run.rule_set.id},
            {"total", points_or_null(run.total)},
            {"grade", run.grade ? json::value(*run.grade) : json::value(nullptr)},
            {"corrects", run.corrects ? json::value(run.corrects->text()) : json::value(nullptr)},
            {"why", run.why},
            {"facts_digest", run.facts_digest},
            {"digest", run.digest}};
}

json::object to_json(const Fact& fact, ::cli::Language language)
{
    const Words words = [&](const base::Error& error) { return ::cli::sentence(language, error.code, error.args); };
    json::object object{{"code", fact.code},
                        {"name", fact.name},
                        {"kind", to_text(fact.kind)},
                        {"value", fact.printed()},
                        {"exact", fact.value ? json::value(exact_text(*fact.value)) : json::value(nullptr)},
                        {"formula", formula_text(fact, words)},
                        {"period", fact.period},
                        {"records", std::to_string(fact.records.size())},
                        {"digest", fact.digest}};
    if (fact.missing) {
        object["missing"] = ::cli::sentence(language, fact.missing->code, fact.missing->args);
        object["missing_code"] = fact.missing->code;
    }
    return object;
}

json::object to_json(const RunRow& row, ::cli::Language language)
{
    return {{"code", row.code},
            {"name", row.name},
            {"target", row.target},
            {"actual", row.actual},
            {"weight", points_or_null(row.weight)},
            {"score", points_or_null(row.score)},
            {"reason", row.reason},
            {"findings", to_json(row.findings, language)}};
}

json::array places_of(const std::vector<FactRecord>& records)
{
    json::array places;
    for (const FactRecord& record : records) places.emplace_back(record.place);
    return places;
}

void say_records(const Terminal& terminal, const std::string& code, const std::vector<FactRecord>& records)
{
    constexpr std::size_t most_lines = 20;
    for (std::size_t i = 0; i < records.size() && i < most_lines; ++i)
        terminal.out << "  " << terminal.words(code, {{"place", records[i].place}}) << '\n';
    if (records.size() > most_lines) terminal.out << "  … +" << records.size() - most_lines << '\n';
}

std::string asked(const Terminal& terminal, const std::optional<std::int64_t>& count)
{
    return count ? std::to_string(*count) : terminal.words("indicators.verify.asked_unknown", {});
}

json::value asked_or_null(const std::optional<std::int64_t>& count)
{
    return count ? json::value(std::to_string(*count)) : json::value(nullptr);
}

void say_changes(const Terminal& terminal, const FactChange& change)
{
    terminal.out << terminal.words("indicators.verify.changed", {{"name", change.name},
                                                                 {"code", change.code},
                                                                 {"changed", std::to_string(change.changed.size())},
                                                                 {"vanished", std::to_string(change.vanished.size())},
                                                                 {"appeared", std::to_string(change.appeared.size())},
                                                                 {"then", change.value_then},
                                                                 {"now", change.value_now}})
                 << '\n';
    if (change.asked_then != change.asked_now)
        terminal.out << "  "
                     << terminal.words("indicators.verify.asked_changed", {{"then", asked(terminal, change.asked_then)},
                                                                           {"now", asked(terminal, change.asked_now)}})
                     << '\n';
    say_records(terminal, "indicators.verify.record_changed", change.changed);
    say_records(terminal, "indicators.verify.record_vanished", change.vanished);
    say_records(terminal, "indicators.verify.record_appeared", change.appeared);
}

json::object to_json(const Verification& found)
{
    json::array changes;
    for (const FactChange& change : found.changes)
        changes.push_back(json::object{{"code", change.code},
                                       {"name", change.name},
                                       {"then", change.value_then},
                                       {"now", change.value_now},
                                       {"asked_then", asked_or_null(change.asked_then)},
                                       {"asked_now", asked_or_null(change.asked_now)},
                                       {"changed", places_of(change.changed)},
                                       {"vanished", places_of(change.vanished)},
                                       {"appeared", places_of(change.appeared)}});
    json::array evidence;
    for (const DamagedEvidence& damaged : found.evidence)
        evidence.push_back(json::object{{"code", damaged.evidence.code},
                                        {"file", damaged.evidence.file_name},
                                        {"state", damaged.missing ? "missing" : "changed"}});
    return {{"clean", found.clean()},
            {"facts", std::to_string(found.facts)},
            {"records", std::to_string(found.records)},
            {"changes", changes},
            {"unreadable", json::array(found.unreadable.begin(), found.unreadable.end())},
            {"evidence", evidence},
            {"broken_seals", json::array(found.broken_seals.begin(), found.broken_seals.end())}};
}

}  // namespace

void print_targets(const TargetsInForce& targets, const Terminal& terminal)
{
    json::array list;
    std::vector<std::vector<std::string>> rows;
    for (const auto& [setting, version, documents] : targets.indicators) {
        const std::string target = printed_target(setting);
        rows.push_back({setting.code, setting.level1, setting.name, target, setting.weight, setting.measure.source,
                        std::to_string(version)});
        list.push_back(
            json::object{{"code", setting.code},
                         {"level1", setting.level1},
                         {"level2", setting.level2},
                         {"name", setting.name},
                         {"target", target},
                         {"weight", setting.weight.empty() ? json::value(nullptr) : json::value(setting.weight)},
                         {"source", setting.measure.source},
                         {"version", std::to_string(version)},
                         {"documents", json::array(documents.begin(), documents.end())}});
    }
    if (wants_json(terminal)) return ::cli::print_json(terminal.out, list);
    ::cli::print_table(terminal.out,
                       columns(terminal, {{"编码", "code"},
                                          {"一级指标", "level 1"},
                                          {"指标", "indicator"},
                                          {"目标值", "target"},
                                          {"权重", "weight"},
                                          {"数据来源", "source"},
                                          {"版本", "version"}}),
                       rows);
}

void print_runs(const std::vector<Run>& runs, const Terminal& terminal)
{
    json::array list;
    std::vector<std::vector<std::string>> rows;
    for (const Run& run : runs) {
        list.push_back(to_json(run));
        rows.push_back({run.id.text(), std::to_string(run.year.year), moment_of(run.at_ms), run.rule_set.id,
                        points(run.total), run.corrects ? run.corrects->text() : ""});
    }
    if (wants_json(terminal)) return ::cli::print_json(terminal.out, list);
    ::cli::print_table(terminal.out,
                       columns(terminal, {{"评价编号", "run"},
                                          {"年度", "year"},
                                          {"时间", "time"},
                                          {"评分规则", "rule set"},
                                          {"总分", "total"},
                                          {"更正", "corrects"}}),
                       rows);
}

void print_missing(const std::vector<Fact>& facts, const Terminal& terminal)
{
    bool first = true;
    for (const Fact& fact : facts) {
        if (!fact.missing) continue;
        if (first) terminal.out << terminal.words("indicators.run.not_measured") << '\n';
        first = false;
        terminal.out << "  " << fact.code << ' ' << fact.name << "：" << terminal.words(*fact.missing) << '\n';
    }
}

void print_run(const Run& run, const std::vector<Fact>& facts, const Terminal& terminal)
{
    if (wants_json(terminal)) {
        json::object object = to_json(run);
        json::array& rows = object["rows"].emplace_array();
        for (const RunRow& row : run.rows) rows.push_back(to_json(row, terminal.language));
        json::array& list = object["facts"].emplace_array();
        for (const Fact& fact : facts) list.push_back(to_json(fact, terminal.language));
        object["findings"] = to_json(run.findings, terminal.language);
        return ::cli::print_json(terminal.out, object);
    }
    print_runs({run}, terminal);
    std::vector<std::vector<std::string>> scores;
    for (const RunRow& row : run.rows)
        scores.push_back({row.code, row.name, row.target, row.actual, points(row.weight), points(row.score)});
    terminal.out << '\n';
    ::cli::print_table(terminal.out,
                       columns(terminal, {{"编码", "code"},
                                          {"指标", "indicator"},
                                          {"目标值", "target"},
                                          {"实际完成值", "actual"},
                                          {"权重", "weight"},
                                          {"得分", "score"}}),
                       scores);
    const Words words = [&](const base::Error& error) { return terminal.words(error); };
    std::vector<std::vector<std::string>> measured_rows;
    for (const Fact& fact : facts)
        measured_rows.push_back({fact.code, fact.name, fact.missing ? terminal.words(*fact.missing) : fact.printed(),
                                 std::to_string(fact.records.size()), formula_text(fact, words),
                                 fact.digest.substr(0, 12)});
    terminal.out << '\n';
    ::cli::print_table(terminal.out,
                       columns(terminal, {{"编码", "code"},
                                          {"名称", "name"},
                                          {"数值", "value"},
                                          {"记录数", "records"},
                                          {"算法", "formula"},
                                          {"摘要", "digest"}}),
                       measured_rows);
}

void print_verification(const Verification& found, const Terminal& terminal)
{
    if (wants_json(terminal)) return ::cli::print_json(terminal.out, to_json(found));
    if (found.clean())
        terminal.out << terminal.words("indicators.verify.clean", {{"facts", std::to_string(found.facts)},
                                                                   {"records", std::to_string(found.records)}})
                     << '\n';
    for (const FactChange& change : found.changes) say_changes(terminal, change);
    for (const std::string& code : found.unreadable)
        terminal.out << terminal.words("indicators.verify.unreadable", {{"code", code}}) << '\n';
    for (const auto& [evidence, missing] : found.evidence)
        terminal.out << terminal.words(
                            missing ? "indicators.verify.evidence_missing" : "indicators.verify.evidence_changed",
                            {{"file", evidence.file_name}, {"code", evidence.code}})
                     << '\n';
    for (const std::string& code : found.broken_seals)
        terminal.out << terminal.words("indicators.verify.seal_broken", {{"code", code}}) << '\n';
}

void print_evidence(const Evidence& evidence, const Terminal& terminal)
{
    if (wants_json(terminal))
        return ::cli::print_json(terminal.out, json::object{{"code", evidence.code},
                                                            {"file", evidence.file_name},
                                                            {"digest", evidence.digest},
                                                            {"bytes", std::to_string(evidence.bytes)}});
    ::cli::print_table(terminal.out,
                       columns(terminal, {{"编码", "code"}, {"文件", "file"}, {"字节", "bytes"}, {"摘要", "digest"}}),
                       {{evidence.code, evidence.file_name, std::to_string(evidence.bytes), evidence.digest}});
}

}  // namespace indicators
