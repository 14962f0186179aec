// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "indicators/indicators.h"
#include "indicators/store/rule_set_file.h"

namespace indicators {

// A small year of an invented unit: four indicators, one of them revised in July, one entered by hand, two registers.
class SampleYear {
public:
    SampleYear()
    {
        using base::CellType;
        records["台账:会议台账"] = {
            "台账:会议台账",
            {{"会议日期", CellType::date}, {"状态"}, {"人数", CellType::decimal, "人"}},
            {meeting("m1", "2024-01-10", "已召开", 20), meeting("m2", "2024-05-20", "已取消", 10),
             meeting("m3", "2024-08-02", "已召开", 31), meeting("m4", "2024-12-31", "已召开", 9)},
            0};
        records["台账:检查台账"] = {
            "台账:检查台账",
            {{"日期", CellType::date}, {"结果"}},
            {check("c1", "2024-02-01", "合格"), check("c2", "2024-03-01", "合格"), check("c3", "2024-04-01", "不合格")},
            0};
    }

    static base::Record meeting(const std::string& id, const std::string& day, const std::string& state, int people)
    {
        return {id,
                "digest " + id,
                "会议!A" + id.substr(1),
                {base::Date::parse(day).value(), state, base::Decimal::whole(people)}};
    }
    static base::Record check(const std::string& id, const std::string& day, const std::string& result)
    {
        return {id, "digest " + id, "检查!A" + id.substr(1), {base::Date::parse(day).value(), result}};
    }

    FactSource source() const
    {
        return [this](const std::string& name) -> base::Result<base::Records> {
            const auto found = records.find(name);
            if (found != records.end()) return found->second;
            return base::fail(base::ErrorKind::not_found, "test.source.unknown", {{"source", name}});
        };
    }

    static TargetsImport import()
    {
        const MeasureText held{"台账:会议台账", "计数", "", "状态=已召开", "", ""};
        const MeasureText passed{"台账:检查台账", "占比", "", "", "结果=合格", ""};
        TargetsImport read;
        read.file = "绩效指标.xlsx";
        read.targets.goals = {{"1", "会议保障", {}}, {"2", "物业达标", {}}};
        read.targets.indicators = {
            {"C1", "1", "产出指标", "数量指标", "承办会议次数", "≥", "2", "次", "20", held, "不含取消的"},
            {"C2", "2", "产出指标", "质量指标", "物业服务达标率", "", "≥90%", "", "20", passed, ""},
            {"C3", "1", "效益指标", "社会效益", "会议正常开展", "", "有效保障", "", "20", {}, ""},
            {"C4", "1", "满意度指标", "满意度", "参会人员满意度", "", "≥90%", "", "20", {}, ""}};
        read.indicator_rows = {{"绩效指标!A3"}, {"绩效指标!A4"}, {"绩效指标!A5"}, {"绩效指标!A6"}};
        read.targets.supports = {
            {"S1", "参会人次", {"台账:会议台账", "求和", "人数", "状态=已召开", "", ""}, "", "人", 0}};
        read.targets.revisions = {{"示例〔2024〕7号", base::Date::of(2024, 7, 1).value(), RevisionKind::change, "C1",
                                   "目标值", "2", "4", "任务增加"}};
        read.entries = {{"C3", "有效保障", "", "20", ""}, {"C4", "95%", "", "", "问卷 40 份"}};
        read.notes = {{"C1", NoteKind::cause, "两次改为视频会议"}};
        return read;
    }

    static std::vector<Fact> execution()
    {
        const auto fact = [](std::string_view code, std::int64_t yuan) {
            Fact given;
            given.code = std::string{code};
            given.name = given.code;
            given.value = base::Ratio::whole(yuan);
            given.unit = "元";
            given.formula = "合计";
            return given;
        };
        return {fact(adjusted_budget_fact, 37'202'700), fact(executed_budget_fact, 34'006'800)};
    }

    static EvaluationRequest request() { return {{2024}, base::Date::of(2025, 1, 15).value(), execution()}; }

    std::map<std::string, base::Records> records;
};

inline const RuleSet& hubei()
{
    static const RuleSet rules = load_rule_set("hubei-2020").value();
    return rules;
}

}  // namespace indicators
