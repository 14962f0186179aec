// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "indicators/indicators.h"

namespace indicators {

// What a record behind a fact says now, beside what it was when the fact was frozen.
enum class RecordState { unchanged, changed, vanished };

std::string_view to_text(RecordState state);

struct RecordBehind {
    std::int64_t position = 0;  // among the fact's records, from 1
    FactRecord frozen;
    RecordState state = RecordState::vanished;
    std::vector<base::Cell> cells = {};  // as they are now; empty when it is gone
};

struct RecordPage {
    std::vector<base::RecordColumn> columns = {};
    std::vector<RecordBehind> records = {};
    std::int64_t total = 0;
    std::optional<std::int64_t> next = {};       // the position to go on behind
    std::optional<base::Error> unreadable = {};  // why the source cannot be asked any more
};

// From a run's figure to its records, without loading what nobody looks at.
class FactReader {
public:
    FactReader(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // All of a run, without their records. Refuses indicators.run.unknown.
    base::Result<std::vector<Fact>> facts(const base::OrgId& org, const RunId& run) const;
    // The first with the code, and how many records it has. Refuses indicators.fact.unknown {code} too.
    struct Counted {
        Fact fact;
        std::int64_t records = 0;
    };
    base::Result<Counted> fact(const base::OrgId& org, const RunId& run, const std::string& code) const;
    // `after`: a position, 0 for the first page. Refuses as fact() does.
    base::Result<RecordPage> records(const base::OrgId& org, const RunId& run, const std::string& code,
                                     const FactSource& source, std::int64_t after, std::size_t limit) const;

private:
    sql::Connection& db_;
    const base::Clock& clock_;
};

// A measure that is being tried out.
struct MeasureQuestion {
    MeasureText text;
    std::string unit;
    std::optional<int> decimals = {};
    base::FiscalYear year;
    base::Date on;          // the last day that counts, also of a period that the measure names
    std::size_t after = 0;  // records to pass over
    std::size_t limit = 100;
};

struct MeasureAnswer {
    Fact fact;  // value or the reason why there is none
    std::vector<base::RecordColumn> columns = {};
    struct Row {
        FactRecord record;
        std::vector<base::Cell> cells;
    };
    std::vector<Row> rows = {};
    std::size_t total = 0;
    std::optional<std::size_t> next = {};
};

// Stores nothing. Names everything that keeps the declaration from being answered, cell by cell: what parse_measure()
// finds, what `source` refuses, and columns, conditions and units that do not fit the records. A measure that fits and
// has no value for want of records is an answer.
tl::expected<MeasureAnswer, std::vector<MeasureProblem>> answer(const MeasureQuestion& question,
                                                                const FactSource& source);

}  // namespace indicators
