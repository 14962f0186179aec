// SPDX-License-Identifier: Apache-2.0
#include "reports/core/response.h"

#include "base/ratio.h"

namespace reports {

namespace {

bool is_satisfaction(const IndicatorRow& row)
{
    return (row.level1 + row.level2 + row.name).find("满意") != std::string::npos;
}

std::string copies(std::int64_t count)
{
    return std::to_string(count) + "份";
}

// What belongs to the fact: of the same period, under the same seal.
Fact beside(const Fact& fact, const std::string& code, const std::string& title, std::string value, std::string formula)
{
    Fact added;
    added.code = fact.code + "." + code;
    added.title = fact.title + title;
    added.value = std::move(value);
    added.formula = std::move(formula);
    added.period = fact.period;
    added.digest = fact.digest;
    return added;
}

}  // namespace

void add_response(YearReport& report)
{
    for (const IndicatorRow& row : report.indicators) {
        const auto found = report.facts.find(row.fact);
        if (found == report.facts.end() || !found->second.answers || !is_satisfaction(row)) continue;
        const Fact fact = found->second;
        Fact answers = beside(fact, "answers", "有效回收问卷", copies(*fact.answers), "统计期间的全部答卷");
        answers.record_count = fact.record_count;
        answers.records = fact.records;
        answers.rows = fact.rows;
        report.facts.emplace(answers.code, std::move(answers));
        if (fact.asked.value_or(0) == 0) continue;
        Fact asked = beside(fact, "asked", "发放问卷", copies(*fact.asked), "这些答卷所属各次问卷的发放数之和");
        report.facts.emplace(asked.code, std::move(asked));
        Fact response = beside(
            fact, "response", "回收率", base::Ratio::reduced(*fact.answers, *fact.asked).percent(2).to_string() + "%",
            "有效回收" + copies(*fact.answers) + "÷发放" + copies(*fact.asked) + "×100%，四舍五入到两位小数");
        report.facts.emplace(response.code, std::move(response));
    }
}

}  // namespace reports
