// SPDX-License-Identifier: Apache-2.0
// A year's promises from those of the year before.
#include "indicators/core/roll_over.h"

#include "indicators/tests/sample_office.h"

namespace indicators {
namespace {

IndicatorSetting setting(const std::string& name, const std::string& target, const std::string& period = {},
                         const std::string& filter = {})
{
    IndicatorSetting made;
    made.code = "C1";
    made.name = name;
    made.target = target;
    made.measure.period = period;
    made.measure.filter = filter;
    return made;
}

std::vector<std::string> remarks_of(const RolledTargets& rolled)
{
    std::vector<std::string> codes;
    for (const RollOverRemark& remark : rolled.remarks)
        codes.push_back(remark.what.code.substr(std::string{"indicators.roll_over."}.size()));
    return codes;
}

RolledTargets rolled(const IndicatorSetting& setting)
{
    return rolled_over({}, {setting}, {}, {2024}, {2025});
}

bool warns(const Target& target, const std::string& rule)
{
    return std::find(target.warnings.begin(), target.warnings.end(), rule) != target.warnings.end();
}

}  // namespace

TEST(RolledTargets, AreMarkedOnceAndReadAsBefore)
{
    const RolledTargets once = rolled(setting("完成率", "≥95%"));
    EXPECT_EQ(once.targets.indicators[0].target, "≥95%（待确认）");
    EXPECT_EQ(rolled(once.targets.indicators[0]).targets.indicators[0].target, "≥95%（待确认）");
    EXPECT_EQ(rolled(setting("完成率", "")).targets.indicators[0].target, "");

    const Target marked = parse_target({"≥95%（待确认）"}, 2025);
    EXPECT_EQ(to_text(marked), to_text(parse_target({"≥95%"}, 2025)));
    EXPECT_TRUE(warns(marked, "target_unconfirmed"));
    EXPECT_FALSE(warns(parse_target({"≥95%"}, 2025), "target_unconfirmed"));
}

TEST(RolledTargets, MoveTheirPeriods)
{
    for (const auto& [before, after] : {std::pair{"2024", "2025"},
                                        {"2024Q3", "2025Q3"},
                                        {"2024-07", "2025-07"},
                                        {"全部", "全部"},
                                        {"", ""},
                                        {"2023", "2023"}})
        EXPECT_EQ(rolled(setting("完成率", "1", before)).targets.indicators[0].measure.period, after);
    EXPECT_EQ(remarks_of(rolled(setting("完成率", "1", "2023"))), std::vector<std::string>{"period_stays"});
    EXPECT_TRUE(remarks_of(rolled(setting("完成率", "1", "2024Q3"))).empty());
}

TEST(RolledTargets, SayWhereLastYearsNumberWasLeft)
{
    EXPECT_EQ(remarks_of(rolled(setting("2024年完成率", "2024年12月完成", {}, "批次=2024-1"))),
              (std::vector<std::string>{"name_has_year", "target_has_year", "filter_has_year"}));
    EXPECT_TRUE(warns(parse_target({"2024年12月完成"}, 2025), "target_of_last_year"));
    EXPECT_FALSE(warns(parse_target({"2024年12月完成"}, 2024), "target_of_last_year"));
}

class RollOverOffice : public SampleOffice {};
MINGJI_EACH_ENGINE(RollOverOffice);

TEST_P(RollOverOffice, TakesWhatWasInForceAtTheEndAndOnlyOnce)
{
    ASSERT_TRUE(facade().import_targets(actor, {2024}, SampleYear::import())->stored);
    const auto in_force = facade().in_force(actor.org, {2024}, base::FiscalYear{2024}.last_day());
    const auto first = facade().roll_over(actor, {2024}, {2025});
    ASSERT_TRUE(first);
    EXPECT_TRUE(first->stored);

    const Targets next = facade().targets(actor.org, {2025});

    ASSERT_EQ(next.indicators.size(), in_force->indicators.size());
    EXPECT_TRUE(next.revisions.empty());
    for (std::size_t i = 0; i < next.indicators.size(); ++i) {
        EXPECT_EQ(next.indicators[i].weight, in_force->indicators[i].setting.weight);
        EXPECT_EQ(without_mark(next.indicators[i].target).text, in_force->indicators[i].setting.target);
    }
    const std::size_t audited = audit().size();
    EXPECT_FALSE(facade().roll_over(actor, {2024}, {2025})->stored);
    EXPECT_EQ(audit().size(), audited);
    EXPECT_EQ(facade().roll_over(actor, {2030}, {2031}).error().code, "indicators.targets.none");
}

TEST_P(RollOverOffice, LeavesBehindWhatIsToStay)
{
    ASSERT_TRUE(facade().import_targets(actor, {2024}, SampleYear::import())->stored);
    std::set<std::string> all;
    const auto in_force = facade().in_force(actor.org, {2024}, base::FiscalYear{2024}.last_day());
    for (const auto& one : in_force->indicators) all.insert(one.setting.code);
    EXPECT_EQ(facade().roll_over(actor, {2024}, {2025}, {"C1", "没有"}).error().code, "indicators.indicator.unknown");
    EXPECT_FALSE(facade().roll_over(actor, {2024}, {2025}, all)->stored);
    EXPECT_TRUE(facade().targets(actor.org, {2025}).empty());

    ASSERT_TRUE(facade().roll_over(actor, {2024}, {2025}, {"C1"})->stored);

    std::set<std::string> came;
    for (const IndicatorSetting& setting : facade().targets(actor.org, {2025}).indicators) came.insert(setting.code);
    all.erase("C1");
    EXPECT_EQ(came, all);
}

TEST_P(RollOverOffice, UnconfirmedTargetsAreFindingsOfTheYearsEvaluation)
{
    Targets targets = SampleYear::import().targets;
    targets.revisions.clear();
    targets.indicators[0].target += unconfirmed_mark;
    targets.indicators[1].name = "2023年" + targets.indicators[1].name;
    ASSERT_TRUE(facade().set_targets(actor, {2024}, targets)->empty());

    const indicators::Run run =
        facade().evaluate(actor, SampleYear::request(), year.source(), hubei(), "rules digest").value();

    const auto has = [](const RunRow& row, const std::string& rule) {
        return std::any_of(row.findings.begin(), row.findings.end(), [&](const Finding& f) { return f.rule == rule; });
    };
    EXPECT_TRUE(has(run.rows[0], "target_unconfirmed"));
    EXPECT_FALSE(has(run.rows[1], "target_unconfirmed"));
    EXPECT_TRUE(has(run.rows[1], "name_of_last_year"));
}

}  // namespace indicators
