// SPDX-License-Identifier: Apache-2.0
#include "app/report_facts.h"

#include <algorithm>
#include <unordered_map>

#include "base/money.h"

namespace app {

namespace {

using Positions = std::unordered_map<std::string, std::size_t>;  // of a record by its id

reports::RecordList list_of(const base::Records& records)
{
    reports::RecordList list;
    for (const base::RecordColumn& column : records.columns)
        list.columns.push_back(column.unit.empty() || column.name.find(column.unit) != std::string::npos
                                   ? column.name
                                   : column.name + "（" + column.unit + "）");
    for (const base::Record& record : records.rows) {
        std::vector<std::string> cells;
        for (const base::Cell& cell : record.cells) cells.push_back(base::to_string(cell));
        list.rows.push_back(std::move(cells));
        list.digests.push_back(record.digest);
        list.places.push_back(record.place);
    }
    return list;
}

Positions positions_of(const base::Records& records)
{
    Positions positions;
    for (std::size_t i = 0; i < records.rows.size(); ++i) positions.emplace(records.rows[i].id, i);
    return positions;
}

reports::Fact figure_of(const indicators::Fact& fact)
{
    reports::Fact shown{.code = fact.code,
                        .title = fact.name,
                        .value = std::nullopt,
                        .formula = fact.formula,
                        .period = fact.period,
                        .digest = fact.digest,
                        .definition = fact.definition,
                        .record_count = fact.records.size()};
    if (fact.value || !fact.words.empty()) shown.value = report_value(fact);
    // Of a share that is counted: each record of the denominator is one that answered.
    const bool is_share = fact.measure.method == "占比" && fact.denominator.has_value();
    if (is_share && fact.denominator->denominator() == 1) shown.answers = fact.denominator->rounded(0).digits();
    shown.asked = fact.asked;
    return shown;
}

class Collector {
public:
    Collector(reports::YearReport& report, const indicators::FactSource& source) : report_{report}, source_{source} {}

    base::Result<void> add(const indicators::Fact& fact)
    {
        reports::Fact shown = figure_of(fact);
        if (!fact.source.empty() && !fact.records.empty()) TRY(add_records(fact, shown));
        report_.facts.emplace(fact.code, std::move(shown));
        return {};
    }

private:
    // A share also rests on the records that are only in its denominator: then all are listed, and which count.
    base::Result<void> add_records(const indicators::Fact& fact, reports::Fact& shown)
    {
        TRY(ask(fact.source));
        const Positions& positions = positions_.at(fact.source);
        const reports::RecordList& all = report_.records.at(fact.source);
        reports::RecordList compared;
        shown.record_count = fact.records.size();
        for (const indicators::FactRecord& record : fact.records) {
            const auto found = positions.find(record.id);
            if (found == positions.end()) continue;
            shown.rows.push_back(found->second);
            compared.rows.push_back(all.rows[found->second]);
            compared.rows.back().push_back(record.role == indicators::RecordRole::counted ? "是" : "否");
            compared.digests.push_back(all.digests[found->second]);
            compared.places.push_back(all.places[found->second]);
        }
        shown.records = fact.source;
        const auto only_compared = [](const auto& record) { return record.role == indicators::RecordRole::compared; };
        if (std::none_of(fact.records.begin(), fact.records.end(), only_compared)) return {};
        compared.columns = all.columns;
        compared.columns.push_back("是否计入");
        for (std::size_t i = 0; i < shown.rows.size(); ++i) shown.rows[i] = i;
        shown.records = fact.source + "#" + fact.code;
        report_.records.emplace(shown.records, std::move(compared));
        return {};
    }

    base::Result<void> ask(const std::string& source)
    {
        if (positions_.contains(source)) return {};
        TRY_ASSIGN(const base::Records records, source_(source));
        positions_.emplace(source, positions_of(records));
        report_.records.emplace(source, list_of(records));
        return {};
    }

    reports::YearReport& report_;
    const indicators::FactSource& source_;
    std::map<std::string, Positions> positions_;
};

std::string points(const std::optional<base::Decimal>& value)
{
    return value ? value->to_string() + "分" : "";
}

// The score table as records: the execution part first, then each indicator.
reports::RecordList score_records(const indicators::Run& run)
{
    reports::RecordList list;
    list.columns = {"指标", "目标值", "实际完成值", "权重", "得分"};
    const auto text = [](const std::optional<base::Decimal>& value) { return value ? value->to_string() : "未计算"; };
    list.rows.push_back({"预算执行率", "100%",
                         run.execution_rate ? run.execution_rate->percent(2).to_string() + "%" : "",
                         text(run.execution_weight), text(run.execution_score)});
    for (const indicators::RunRow& row : run.rows)
        list.rows.push_back({row.name, row.target, row.actual, text(row.weight), text(row.score)});
    return list;
}

void add_score(reports::YearReport& report, const indicators::Run& run, const reports::Fact& score)
{
    reports::Fact fact = score;
    fact.period = std::to_string(run.year.year);
    fact.digest = run.digest;
    fact.records = "score";
    fact.record_count = fact.rows.size();
    fact.definition = run.rule_set.title;
    report.facts.emplace(fact.code, std::move(fact));
}

std::optional<std::string> value_if(const std::optional<base::Decimal>& value)
{
    return value ? std::optional{points(value)} : std::nullopt;
}

void add_scores(reports::YearReport& report, const indicators::Run& run)
{
    report.records.emplace("score", score_records(run));
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < run.rows.size(); ++i) rows.push_back(i + 1);
    std::vector<std::size_t> all = rows;
    all.insert(all.begin(), 0);
    add_score(report, run,
              {"score.execution",
               "预算执行得分",
               value_if(run.execution_score),
               "权重 × 执行数 ÷ 调整后预算，不超过权重，四舍五入到两位小数",
               "",
               "",
               "",
               0,
               "",
               {0}});
    add_score(
        report, run,
        {"score.indicators", "绩效指标得分", points(run.indicators_total), "各指标得分之和", "", "", "", 0, "", rows});
    add_score(report, run,
              {"score.total", "自评得分", value_if(run.total),
               "预算执行得分 " + points(run.execution_score) + " ＋ 绩效指标得分 " + points(run.indicators_total), "",
               "", "", 0, "", all});
}

}  // namespace

std::string report_value(const indicators::Fact& fact)
{
    constexpr std::int64_t fen_per_yuan = 100;
    const bool money = fact.kind == indicators::FactKind::execution && fact.unit == "元" && fact.value;
    if (!money) return fact.printed();
    const base::Ratio fen = *fact.value * base::Ratio::whole(fen_per_yuan);
    return base::Money::from_fen(fen.rounded(0).digits()).wan_yuan().to_string() + "万元";
}

base::Result<void> add_facts(reports::YearReport& report, const indicators::Run& run,
                             const std::vector<indicators::Fact>& facts, const indicators::FactSource& source)
{
    Collector collector{report, source};
    for (const indicators::Fact& fact : facts) {
        TRY(collector.add(fact));
        if (fact.kind == indicators::FactKind::supporting) report.supporting.push_back(fact.code);
    }
    add_scores(report, run);
    return {};
}

void add_figures(reports::YearReport& report, const indicators::Run& run, const std::vector<indicators::Fact>& facts)
{
    for (const indicators::Fact& fact : facts) {
        report.facts.emplace(fact.code, figure_of(fact));
        if (fact.kind == indicators::FactKind::supporting) report.supporting.push_back(fact.code);
    }
    add_scores(report, run);
}

}  // namespace app
