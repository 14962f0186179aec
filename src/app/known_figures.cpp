// SPDX-License-Identifier: Apache-2.0
#include "app/known_figures.h"

#include <algorithm>
#include <array>

#include "app/counted_otherwise.h"
#include "app/report_facts.h"
#include "app/report_output.h"
#include "app/sources.h"

namespace app {

namespace {

using check::KnownAs;
using check::KnownFigure;
using indicators::Fact;
using indicators::FactKind;

constexpr std::array budget_ends{std::pair{std::string_view{".initial"}, KnownAs::initial},
                                 std::pair{std::string_view{".adjusted"}, KnownAs::adjusted},
                                 std::pair{std::string_view{".executed"}, KnownAs::executed},
                                 std::pair{std::string_view{".rate"}, KnownAs::rate}};

// budget.line.X02.rate is the rate of what stands in “ ” of its name.
bool name_budget(KnownFigure& figure, const Fact& fact)
{
    const auto end = std::find_if(budget_ends.begin(), budget_ends.end(),
                                  [&](const auto& known) { return fact.code.ends_with(known.first); });
    if (end == budget_ends.end()) return false;
    figure.as = end->second;
    if (fact.code.starts_with("budget.whole.")) return true;
    if (fact.code.starts_with("budget.basic.")) figure.name = "基本支出";
    if (fact.code.starts_with("budget.project.")) figure.name = "项目支出";
    constexpr std::string_view open = "“", close = "”";
    const std::size_t from = fact.name.find(open);
    const std::size_t to = fact.name.rfind(close);
    if (figure.name.empty() && from != std::string::npos && to != std::string::npos && to > from)
        figure.name = fact.name.substr(from + open.size(), to - from - open.size());
    return !figure.name.empty();
}

std::optional<KnownFigure> known_figure_of(const Fact& fact)
{
    if (!fact.value) return std::nullopt;
    KnownFigure figure;
    figure.fact = fact.code;
    figure.title = fact.name;
    figure.printed = report_value(fact);
    figure.records = fact.records.size();
    if (fact.kind != FactKind::execution)
        figure.name = fact.name;
    else if (!name_budget(figure, fact))
        return std::nullopt;
    check::say(figure, *fact.value, fact.unit);
    return figure;
}

// The points of the run, which rest on the score table and on no fact of their own.
void add_score(check::Known& known, KnownAs as, const std::string& title, const std::optional<base::Decimal>& points)
{
    if (!points) return;
    KnownFigure figure;
    figure.as = as;
    figure.title = title;
    figure.printed = points->to_string() + "分";
    check::say(figure, base::Ratio::of(*points), "分");
    known.figures.push_back(std::move(figure));
}

}  // namespace

base::Result<indicators::Run> run_of_known_figures(const cli::Office& office, base::FiscalYear year)
{
    if (!office.actor.may("indicators.read"))
        return base::fail(base::ErrorKind::forbidden, "indicators.read.forbidden", {{"actor", office.actor.name}});
    return run_to_report(office, year, "");
}

base::Result<check::Known> known_figures(const cli::Office& office, base::FiscalYear year)
{
    TRY_ASSIGN(const indicators::Run run, run_of_known_figures(office, year));
    const indicators::Indicators indicators{office.db, office.clock, office.data};
    TRY_ASSIGN(const std::vector<Fact> facts, indicators.facts(office.actor.org, run));
    check::Known known{run.id.text(), year.year};
    RecordsOnce records{sources_of(office, year)};
    for (const Fact& fact : facts) {
        auto figure = known_figure_of(fact);
        if (!figure) continue;
        if (figure->as == KnownAs::named) figure->otherwise = counted_otherwise(fact, run, records);
        known.figures.push_back(*std::move(figure));
    }
    add_score(known, KnownAs::total_score, "自评得分", run.total);
    add_score(known, KnownAs::execution_score, "预算执行得分", run.execution_score);
    add_score(known, KnownAs::indicators_score, "绩效指标得分", run.indicators_total);
    return known;
}

}  // namespace app
