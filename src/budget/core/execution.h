// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/ratio.h"
#include "budget/core/contract.h"
#include "budget/core/document.h"
#include "budget/core/line.h"

namespace budget {

// What was paid, net of refunds and reversals, out of a line under a contract (or none) on a day.
struct PaidSum {
    std::string line;
    std::string contract;
    base::Date day;
    base::Money amount;
};

// The records of one year that execution is computed from.
struct YearRecords {
    base::FiscalYear year;
    std::vector<Line> lines = {};
    std::vector<Document> documents = {};
    std::vector<Contract> contracts = {};
    std::vector<PaidSum> paid = {};
};

struct Amounts {
    std::array<base::Money, 5> by_document = {};  // indexed by DocumentKind
    base::Money committed = {};
    base::Money paid = {};

    base::Money of(DocumentKind kind) const { return by_document.at(static_cast<std::size_t>(kind)); }
    base::Money adjusted() const;
    base::Money available() const { return adjusted() - committed - paid; }
    std::optional<base::Ratio> rate() const { return rate_of(paid, adjusted()); }
    Amounts& operator+=(const Amounts& other);
};

struct LineExecution {
    Line line;  // its running totals are the newest, whatever the day
    Amounts amounts;
    std::array<base::Money, 12> paid_in_month = {};  // January first
};

struct MonthExecution {
    Month month;
    base::Money basic;
    base::Money project;
    base::Money paid_so_far;  // basic and project, since January

    base::Money whole() const { return basic + project; }
};

// 预算执行 as of a day, replayed from documents, contracts and payments.
struct Execution {
    base::Date as_of;
    std::vector<LineExecution> lines = {};
    Amounts basic = {};
    Amounts project = {};
    Amounts whole = {};
    std::vector<MonthExecution> months = {};  // January to the month of as_of
};

Execution execution(const YearRecords& records, base::Date as_of);

// 执行率 ÷ (month / 12): under 60 % red, under 80 % yellow, else green, as the finance bureau's system warns.
enum class Light { red, yellow, green };
Light light_of(const base::Ratio& rate, unsigned month);
std::string_view to_text(Light light);

// A line whose documents had not yet brought what was paid and committed by the end of a day: paid or signed before the
// money was there (Regulation on the Budget Law, article 57).
struct Shortfall {
    std::string line;
    base::Date first_day;
    base::Money largest;  // positive
};
std::vector<Shortfall> shortfalls(const YearRecords& records, base::Date as_of);

}  // namespace budget
