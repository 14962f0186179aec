// SPDX-License-Identifier: Apache-2.0
#include "app/budget_course.h"

#include <algorithm>
#include <map>
#include <set>

namespace app {

namespace {

using base::Money;
using indicators::BudgetCourse;
using indicators::LineCourse;
using indicators::ServiceCourse;

// One payment record, in the columns that budget/README.md names.
class PaymentColumns {
public:
    explicit PaymentColumns(const base::Records& records)
        : day_{records.column("支付日期").value()},
          line_{records.column("项目编码").value()},
          contract_{records.column("合同编号").value()},
          amount_{records.column("金额（元）").value()}
    {
    }

    base::Date day(const base::Record& record) const { return std::get<base::Date>(record.cells[day_]); }
    std::string line(const base::Record& record) const { return base::to_string(record.cells[line_]); }
    std::string contract(const base::Record& record) const { return base::to_string(record.cells[contract_]); }
    Money amount(const base::Record& record) const
    {
        return Money::from_yuan(std::get<base::Decimal>(record.cells[amount_])).value();
    }

private:
    std::size_t day_, line_, contract_, amount_;
};

class Building {
public:
    Building(const CourseDay& day, const budget::Execution& execution) : day_{day}
    {
        course_.year = day.year;
        course_.on = day.on;
        course_.initial =
            execution.whole.of(budget::DocumentKind::initial) + execution.whole.of(budget::DocumentKind::carry_over);
        for (const budget::LineExecution& line : execution.lines) {
            LineCourse& added = course_.lines.emplace_back();
            added.code = line.line.code;
            added.name = line.line.name;
            added.adjusted = line.amounts.adjusted();
            added.paid.resize(months_begun());
            lines_[added.code] = course_.lines.size() - 1;
        }
    }

    void add_planned(const std::vector<budget::Document>& documents)
    {
        for (const budget::Document& document : documents) {
            if (document.issued_on <= std::max(day_.on, day_.known_until)) continue;
            for (const budget::DocumentLine& line : document.lines) line_of(line.line).adjusted += line.amount;
        }
    }

    void add_services(const std::vector<budget::ServiceCoverage>& services)
    {
        for (const budget::ServiceCoverage& service : services) {
            if (service.months.empty()) continue;
            monthly_.insert(service.contract.number);
            ServiceCourse course;
            course.contract = service.contract.number;
            course.first_month = static_cast<int>(service.months.front().month.first_day().month());
            course.months = static_cast<int>(service.months.size());
            course.paid = static_cast<int>(service.paid_months());
            course.open = service.contract.amount;
            line_of(service.contract.line).services.push_back(std::move(course));
        }
    }

    void add_payments(const base::Records& payments)
    {
        const PaymentColumns columns{payments};
        for (const base::Record& record : payments.rows) {
            const base::Date day = columns.day(record);
            if (day > day_.on) continue;
            const Money amount = columns.amount(record);
            const std::string contract = columns.contract(record);
            LineCourse& line = line_of(columns.line(record));
            if (!contract.empty()) paid_under_[contract] += amount;
            if (monthly_.contains(contract))
                line.paid_for_services += amount;
            else
                line.paid.at(day.month() - 1) += amount;
        }
        for (LineCourse& line : course_.lines)
            for (ServiceCourse& service : line.services) service.open = service.open - paid_under_[service.contract];
    }

    void add_open_contracts(const std::vector<budget::Contract>& contracts)
    {
        for (const budget::Contract& contract : contracts) {
            if (contract.signed_on > day_.on || monthly_.contains(contract.number)) continue;
            const Money open = contract.amount - paid_under_[contract.number];
            if (open > Money{}) line_of(contract.line).open_contracts += open;
        }
    }

    void add_last_year(const base::Records& payments)
    {
        const PaymentColumns columns{payments};
        const base::Date same_day = indicators::year_before(day_.on);
        indicators::LastYear before;
        for (const base::Record& record : payments.rows) {
            indicators::Portion& part = columns.day(record) <= same_day ? before.until : before.rest;
            part.amount = part.amount + base::Ratio::of(columns.amount(record).yuan());
        }
        if (!payments.rows.empty()) course_.last_year = before;
    }

    BudgetCourse finish() { return std::move(course_); }

private:
    std::size_t months_begun() const
    {
        if (day_.on < day_.year.first_day()) return 0;
        return day_.on >= day_.year.last_day() ? 12 : day_.on.month();
    }
    LineCourse& line_of(const std::string& code) { return course_.lines[lines_.at(code)]; }

    CourseDay day_;
    BudgetCourse course_;
    std::map<std::string, std::size_t> lines_;
    std::set<std::string> monthly_;  // numbers of contracts that are paid by months
    std::map<std::string, Money> paid_under_;
};

}  // namespace

base::Result<std::optional<BudgetCourse>> budget_course(const budget::Budgets& budgets, const base::OrgId& org,
                                                        const CourseDay& day)
{
    const auto years = budgets.years(org);
    if (std::find(years.begin(), years.end(), day.year) == years.end()) return std::optional<BudgetCourse>{};
    TRY_ASSIGN(const budget::Execution execution, budgets.execution(org, day.year, day.on));
    TRY_ASSIGN(const auto documents, budgets.documents(org, day.year));
    TRY_ASSIGN(const auto services, budgets.services(org, day.year, day.on));
    TRY_ASSIGN(const auto contracts, budgets.contracts(org, day.year));
    TRY_ASSIGN(const base::Records payments, budgets.records(org, day.year, "支付"));
    Building building{day, execution};
    building.add_planned(documents);
    building.add_services(services);
    building.add_payments(payments);
    building.add_open_contracts(contracts);
    const base::FiscalYear before{day.year.year - 1};
    if (std::find(years.begin(), years.end(), before) != years.end()) {
        TRY_ASSIGN(const base::Records last_year, budgets.records(org, before, "支付"));
        building.add_last_year(last_year);
    }
    return std::optional{building.finish()};
}

}  // namespace app
