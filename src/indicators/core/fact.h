// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ratio.h"
#include "base/records.h"
#include "base/result.h"
#include "indicators/core/measured.h"

namespace indicators {

// What a fact answers: an indicator's measure, a supporting measure, what a person entered, or the budget's execution.
enum class FactKind { indicator, supporting, manual, execution };
// A record that counts, or one that only stands in the denominator or was exceeded by the maximum.
enum class RecordRole { counted, compared };

struct FactRecord {
    std::string id;
    std::string digest;
    std::string place;
    RecordRole role = RecordRole::counted;

    friend bool operator==(const FactRecord&, const FactRecord&) = default;
};

// A measure's answer, frozen: what it says and the records behind it, sealed by an SM3 digest over all of it. Missing
// stays missing with its reason, never 0.
struct Fact {
    std::string id = {};  // not part of the digest
    std::string code = {};
    FactKind kind = FactKind::indicator;
    std::string name = {};
    std::optional<base::Ratio> value = {};  // exact, in `unit`
    std::string unit = {};
    std::optional<int> decimals = {};  // it is printed with
    std::string words = {};            // a qualitative answer, or a value as a person entered it
    std::optional<base::Ratio> numerator = {};
    std::optional<base::Ratio> denominator = {};
    std::string formula = {};
    std::string definition = {};
    std::string period = {};
    MeasureText measure = {};  // as declared; empty for what was entered or handed in
    std::string source = {};
    std::optional<std::int64_t> asked = {};  // for the answers of a share, where it is known
    std::int64_t empty_cells = 0;
    std::int64_t undated = 0;
    std::optional<base::Error> missing = {};
    std::vector<FactRecord> records = {};
    std::string digest = {};

    // 95%, 有效控制, or nothing.
    std::string printed() const;
};

// The digest over what the fact says and the digests of its records, as `seal` sets it. Ids and places are left out:
// the same records give the same digest in every database they are imported into.
std::string digest_of(const Fact& fact);
Fact seal(Fact fact);
// Over the digests of a run's facts, in their order.
std::string digest_of(const std::vector<Fact>& facts);

// "200/3": how an exact value is kept in the database. Refuses indicators.fact.value_malformed.
std::string exact_text(const base::Ratio& value);
base::Result<base::Ratio> parse_exact(std::string_view text);

// The record list of a measure's answer.
std::vector<FactRecord> records_of(const Measured& measured, const base::Records& records);

// What became of a fact and of the records behind it since it was frozen.
struct FactChange {
    std::string code;
    std::string name;
    std::vector<FactRecord> changed = {};   // they say something else now
    std::vector<FactRecord> vanished = {};  // they are no longer there, or no longer count
    std::vector<FactRecord> appeared = {};  // they count now and did not
    std::string value_then = {};
    std::string value_now = {};  // empty where it was not measured again
    std::optional<std::int64_t> asked_then = {};
    std::optional<std::int64_t> asked_now = {};

    bool none() const
    {
        return changed.empty() && vanished.empty() && appeared.empty() && value_then == value_now &&
               asked_then == asked_now;
    }
};

// By id; a record whose role changed counts as changed. How many were asked is taken to be as it was.
FactChange compare(const Fact& frozen, const std::vector<FactRecord>& now, const std::string& value_now);

std::string_view to_text(FactKind kind);
FactKind fact_kind(std::string_view text);
std::string_view to_text(RecordRole role);
RecordRole record_role(std::string_view text);

}  // namespace indicators
