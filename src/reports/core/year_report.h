// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/money.h"

namespace reports {

// A figure of the report: what is printed, and where it comes from. A fact without a value was asked for and could not
// be computed: sentences about it say so.
struct Fact {
    std::string code;  // budget.executed, meetings_for_leadership
    std::string title;
    std::optional<std::string> value;  // as printed, with unit: 3400.68万元
    std::string formula, period, digest, definition;
    std::size_t record_count = 0;
    std::string records = {};                  // key into YearReport::records
    std::vector<std::size_t> rows = {};        // those that count
    std::optional<std::int64_t> answers = {};  // of a share of records: how many there are
    std::optional<std::int64_t> asked = {};    // how many were asked for them, where it is known
};

struct RecordList {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> digests, places;
};

struct BudgetRow {
    std::string name;
    std::string fact_prefix;  // budget.line.0202: the figures are facts <prefix>.adjusted and so on
    base::Money initial, changes, adjusted, executed;
    std::string rate;  // "83.36%", empty where nothing was budgeted
    bool summary = false;
};

struct MonthRow {
    std::string month;  // 2024-03
    base::Money executed, executed_to_date;
    std::string rate_to_date;
    std::string light;  // green, yellow, red
};

// Twelve months were budgeted and ten paid: found in service periods, never typed.
struct UnpaidService {
    std::string line;
    std::string contract;
    int months_due = 0;
    int months_paid = 0;
    std::string unpaid_months;  // 11月、12月
    std::string fact;           // code
};

struct Goal {
    int number = 0;
    std::string text;
    bool met = false;
    int indicators = 0;
};

struct IndicatorRow {
    std::string code;
    int goal = 0;
    std::string level1, level2, name;
    std::string target, actual;  // as printed
    std::string fact;            // code of the fact behind `actual`
    base::Decimal weight;
    std::optional<base::Decimal> score;
    std::string explanation;  // why it scored so, in words
    std::string reason, measure, remark;
    std::vector<std::string> evidence;
    // For the spreadsheet's own computation; empty where the row is not a plain ratio.
    std::string target_number, actual_number;
    enum class Formula { none, ratio, inverse_ratio } formula = Formula::none;
    // What was promised at the start of the year where a document changed `target`; empty where it added the indicator.
    std::optional<std::string> initial_target = {};
};

struct FindingRow {
    std::string severity;       // error, warning or note
    std::string severity_text;  // as printed
    std::string code = {};      // of the indicator that it is about; empty where it is about the whole
    std::string rule, message, places;
};

struct RevisionRow {
    std::string document, date, indicator, item, before, after, reason;
};

struct EvidenceRow {
    std::string indicator, file, digest;
    std::int64_t bytes = 0;
};

struct YearReport {
    std::string organisation, region;
    int year = 0;
    std::string date;  // 成文日期
    std::string rule_set, rule_source;
    std::string run;                   // id and digest of the evaluation
    std::string signed_by, signed_at;  // account and day, where the run is signed
    std::optional<base::Decimal> total, execution_score, indicators_total;
    base::Decimal execution_weight;
    std::string grade;
    std::vector<BudgetRow> budget;  // lines, then subtotals of 基本支出 and 项目支出, then the whole
    std::vector<MonthRow> months;
    std::vector<UnpaidService> unpaid;
    std::vector<Goal> goals;
    std::vector<IndicatorRow> indicators;
    std::vector<FindingRow> findings;
    std::vector<RevisionRow> revisions;
    std::vector<EvidenceRow> evidence;
    std::map<std::string, Fact> facts;
    std::map<std::string, RecordList> records;
    std::vector<std::string> supporting;                        // codes of facts that are shown besides indicators
    std::map<std::string, std::vector<std::string>> narrative;  // section → paragraphs written by hand
};

}  // namespace reports
