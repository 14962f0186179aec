// SPDX-License-Identifier: Apache-2.0
#include "app/budget_facts.h"

namespace app {

namespace {

using indicators::Fact;
using indicators::MeasureText;

// The figures that stand together: of the whole budget, of a kind of expenditure, of a line.
struct Group {
    std::string prefix;
    std::string name;
    std::string condition;  // in the measure language; empty: every record
};

std::string both(const std::string& left, const std::string& right)
{
    return left.empty() || right.empty() ? left + right : left + "; " + right;
}

class Facts {
public:
    Facts(const indicators::FactSource& source, base::Date as_of) : source_{source}, as_of_{as_of} {}

    base::Result<void> add(const Group& group)
    {
        // The first approval may be dated before the year, so documents are counted by their date alone.
        const std::string issued = both("日期≤" + as_of_.to_string(), group.condition);
        const MeasureText documents{"预算:文件", "求和", "金额（元）", issued, "", "全部"};
        MeasureText initial = documents;
        initial.filter = both("类型=年初批复|上年结转", issued);
        MeasureText changes = documents;
        changes.filter = both("类型=追加|追减|调剂", issued);
        TRY(add(group.prefix + ".initial", group.name + "年初预算（含上年结转）", initial, "元"));
        TRY(add(group.prefix + ".changes", group.name + "年中增减", changes, "元"));
        TRY(add(group.prefix + ".adjusted", group.name + "调整后预算", documents, "元"));
        const std::optional<base::Ratio> adjusted = facts.back().value;
        TRY(add(group.prefix + ".executed", group.name + "执行数",
                {"预算:支付", "求和", "金额（元）", group.condition, "", ""}, "元"));
        add_rate(group, adjusted);
        return {};
    }

    base::Result<void> add_service(const budget::ServiceCoverage& service)
    {
        const std::string number = service.contract.number;
        return add(contract_fact(number), "“" + service.contract.title + "”已支付服务费的月数",
                   {"预算:服务期", "计数", "", "合同编号=" + number + "; 是否已付=是", "", ""}, "个月");
    }

    std::vector<Fact> facts = {};

private:
    base::Result<void> add(const std::string& code, const std::string& name, const MeasureText& text,
                           const std::string& unit)
    {
        const auto measure = indicators::parse_measure(text);
        if (!measure) return tl::unexpected<base::Error>(measure.error().front().error);
        TRY_ASSIGN(const base::Records records, source_(text.source));
        const indicators::PrintedAs printed{unit, unit == "元" ? std::optional{2} : std::nullopt};
        const base::Period year{base::FiscalYear{as_of_.year()}.first_day(), as_of_};
        const indicators::Measured measured = indicators::evaluate(*measure, printed, records, year);
        Fact fact;
        fact.code = code;
        fact.kind = indicators::FactKind::execution;
        fact.name = name;
        fact.value = measured.value;
        fact.unit = unit;
        fact.decimals = printed.decimals;
        fact.formula = measured.formula;
        fact.period = year.to_string();
        fact.measure = text;
        fact.source = text.source;
        fact.empty_cells = static_cast<std::int64_t>(measured.empty_cells);
        fact.undated = static_cast<std::int64_t>(measured.undated);
        fact.missing = measured.missing;
        fact.records = indicators::records_of(measured, records);
        facts.push_back(std::move(fact));
        return {};
    }

    // The rate of the executed amount that was added last.
    void add_rate(const Group& group, const std::optional<base::Ratio>& adjusted)
    {
        Fact fact = facts.back();
        fact.code = group.prefix + ".rate";
        fact.name = group.name + "预算执行率";
        fact.numerator = fact.value;
        fact.denominator = adjusted;
        fact.value.reset();
        fact.unit = "%";
        fact.measure = {};
        if (fact.numerator && adjusted && *adjusted > base::Ratio::whole(0)) {
            fact.value = *fact.numerator / *adjusted * base::Ratio::whole(100);
            fact.formula = "执行数 " + fact.numerator->rounded(2).to_string() + "元 ÷ 调整后预算 " +
                           adjusted->rounded(2).to_string() + "元";
        } else {
            fact.missing = base::Error{base::ErrorKind::invalid, "app.budget.no_adjusted", {{"name", group.name}}};
        }
        facts.push_back(std::move(fact));
    }

    const indicators::FactSource& source_;
    base::Date as_of_;
};

}  // namespace

std::string line_prefix(const std::string& line_code)
{
    return "budget.line." + line_code;
}

std::string contract_fact(const std::string& contract_number)
{
    return "budget.contract." + contract_number + ".months_paid";
}

base::Result<std::vector<Fact>> budget_facts(const std::vector<budget::Line>& lines,
                                             const std::vector<budget::ServiceCoverage>& services,
                                             const indicators::FactSource& source, base::Date as_of)
{
    Facts facts{source, as_of};
    TRY(facts.add({"budget.whole", "", ""}));
    TRY(facts.add({"budget.basic", "基本支出", "支出类别=基本支出"}));
    TRY(facts.add({"budget.project", "项目支出", "支出类别=项目支出"}));
    for (const budget::Line& line : lines)
        TRY(facts.add({line_prefix(line.code), "“" + line.name + "”", "项目编码=" + line.code}));
    for (const budget::ServiceCoverage& service : services) TRY(facts.add_service(service));
    return std::move(facts.facts);
}

}  // namespace app
