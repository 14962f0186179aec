// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "budget/budget.h"
#include "identity/identity.h"
#include "sql/tests/each_engine.h"

namespace budget {

inline base::Date day(const std::string& iso)
{
    return base::Date::parse(iso).value();
}

inline base::Money yuan(const std::string& text)
{
    return base::Money::parse(text).value();
}

inline MonthSpan months(const std::string& first, const std::string& last)
{
    return {Month::parse(first).value(), Month::parse(last).value()};
}

inline Payment payment(const std::string& voucher, const std::string& on, const std::string& line,
                       const std::string& amount)
{
    Payment made;
    made.key = {voucher, 1};
    made.paid_on = day(on);
    made.line = line;
    made.payee = "示例公司";
    made.amount = yuan(amount);
    return made;
}

// An organisation with the year 2024 open, on each engine.
class BudgetFixture : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), closing::migrations(), migrations()};
    }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        actor.org = identity::Organisations{*db, clock}.create(actor, {{}, "示例中心", "420112", "示例区"})->id;
        ASSERT_TRUE(budgets().open_year(actor, year));
    }

    Budgets budgets() { return Budgets{*db, clock}; }

    // A line with this much approved at the start of the year.
    void approve(const std::string& code, const std::string& amount, LineKind kind = LineKind::project)
    {
        ASSERT_TRUE(budgets().add_lines(actor, year, {{code, "示例项目" + code, kind, "2010303", "30209"}}));
        ASSERT_TRUE(budgets().issue(
            actor, year,
            {"示预〔2024〕" + code, day("2024-01-10"), DocumentKind::initial, "年初批复", {{code, yuan(amount)}}}));
    }

    void sign(const std::string& number, const std::string& line, const std::string& amount,
              std::optional<MonthSpan> service = {})
    {
        ASSERT_TRUE(budgets().sign(actor, year,
                                   {number, "示例服务", line, "示例公司", yuan(amount), day("2024-01-20"), service}));
    }

    Line line(const std::string& code)
    {
        const std::vector<Line> all = budgets().lines(actor.org, year).value();
        for (const Line& found : all)
            if (found.code == code) return found;
        return {};
    }

    std::size_t audit_records() { return identity::Organisations{*db, clock}.audit(actor.org).size(); }
    std::int64_t stored_payments()
    {
        return db->query("SELECT COUNT(*) AS n FROM budget_payment").front().integer("n");
    }

    base::FixedClock clock{1'704'067'200'000};
    base::Actor actor{base::OrgId{}, "tester", "test", {}, true};
    base::FiscalYear year{2024};
};

// The code of a refusal, or "done".
template <class T>
std::string code_of(const base::Result<T>& result)
{
    return result ? "done" : result.error().code;
}

}  // namespace budget
