// SPDX-License-Identifier: Apache-2.0
#include "indicators/core/fact.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>

#include "base/sm3.h"

namespace indicators {

namespace {

constexpr std::array<std::string_view, 4> kind_words{"indicator", "supporting", "manual", "execution"};
constexpr std::array<std::string_view, 2> role_words{"counted", "compared"};

template <std::size_t Size>
std::size_t position_of(const std::array<std::string_view, Size>& words, std::string_view word)
{
    const auto found = std::find(words.begin(), words.end(), word);
    assert(found != words.end());  // the column's CHECK admits nothing else
    return static_cast<std::size_t>(found - words.begin());
}

std::string to_text(base::int128 value)
{
    const bool negative = value < 0;
    std::string digits;
    do {
        const int digit = static_cast<int>(value % 10);
        digits += static_cast<char>('0' + (digit < 0 ? -digit : digit));
        value /= 10;
    } while (value != 0);
    if (negative) digits += '-';
    std::reverse(digits.begin(), digits.end());
    return digits;
}

std::optional<base::int128> parse_whole(std::string_view text)
{
    constexpr std::size_t most_digits = 39;
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (text.empty() || text.size() > most_digits) return std::nullopt;
    base::int128 value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = base::add_checked(base::multiply_checked(value, 10), c - '0');
    }
    return negative ? -value : value;
}

void add_exact(base::Sm3& digest, const std::optional<base::Ratio>& value)
{
    digest.add_field(value ? exact_text(*value) : "");
}

// Sorted, and without the ids: the same records give the same digest in every database they are imported into.
std::vector<std::string_view> record_digests(const Fact& fact, RecordRole role)
{
    std::vector<std::string_view> digests;
    for (const FactRecord& record : fact.records)
        if (record.role == role) digests.push_back(record.digest);
    std::sort(digests.begin(), digests.end());
    return digests;
}

}  // namespace

std::string Fact::printed() const
{
    return value ? printed_value(*value, {unit, decimals}) : words;
}

std::string digest_of(const Fact& fact)
{
    base::Sm3 digest;
    for (const std::string_view field :
         {std::string_view{fact.code}, indicators::to_text(fact.kind), std::string_view{fact.name},
          std::string_view{fact.unit}, std::string_view{fact.words}, std::string_view{fact.formula},
          std::string_view{fact.definition}, std::string_view{fact.period}, std::string_view{fact.source}})
        digest.add_field(field);
    for (const std::optional<base::Ratio>& exact : {fact.value, fact.numerator, fact.denominator})
        add_exact(digest, exact);
    digest.add_field(fact.decimals ? std::to_string(*fact.decimals) : "");
    for (const std::string* const part : {&fact.measure.source, &fact.measure.method, &fact.measure.field,
                                          &fact.measure.filter, &fact.measure.numerator, &fact.measure.period})
        digest.add_field(*part);
    digest.add_field(std::to_string(fact.empty_cells));
    digest.add_field(std::to_string(fact.undated));
    digest.add_field(fact.missing ? fact.missing->code : "");
    // Facts that were sealed before this was known keep their digest.
    if (fact.asked) digest.add_field("asked " + std::to_string(*fact.asked));
    for (const RecordRole role : {RecordRole::counted, RecordRole::compared}) {
        digest.add_field(indicators::to_text(role));
        for (const std::string_view record : record_digests(fact, role)) digest.add_field(record);
    }
    return digest.finish();
}

Fact seal(Fact fact)
{
    fact.digest = digest_of(fact);
    return fact;
}

std::string digest_of(const std::vector<Fact>& facts)
{
    base::Sm3 digest;
    for (const Fact& fact : facts) digest.add_field(fact.digest);
    return digest.finish();
}

std::string exact_text(const base::Ratio& value)
{
    return to_text(value.numerator()) + "/" + to_text(value.denominator());
}

base::Result<base::Ratio> parse_exact(std::string_view text)
{
    const std::size_t slash = std::min(text.find('/'), text.size());
    const auto numerator = parse_whole(text.substr(0, slash));
    const auto denominator = slash < text.size() ? parse_whole(text.substr(slash + 1)) : std::nullopt;
    if (!numerator || !denominator || *denominator <= 0)
        return base::fail(base::ErrorKind::invalid, "indicators.fact.value_malformed", {{"text", std::string{text}}});
    return base::Ratio::reduced(*numerator, *denominator);
}

std::vector<FactRecord> records_of(const Measured& measured, const base::Records& records)
{
    std::vector<FactRecord> list;
    list.reserve(measured.counted.size() + measured.compared.size());
    const auto add = [&](const std::vector<std::size_t>& rows, RecordRole role) {
        for (const std::size_t row : rows)
            list.push_back({records.rows[row].id, records.rows[row].digest, records.rows[row].place, role});
    };
    add(measured.counted, RecordRole::counted);
    add(measured.compared, RecordRole::compared);
    return list;
}

FactChange compare(const Fact& frozen, const std::vector<FactRecord>& now, const std::string& value_now)
{
    FactChange change{frozen.code, frozen.name};
    change.value_then = frozen.printed();
    change.value_now = value_now;
    change.asked_then = change.asked_now = frozen.asked;
    std::map<std::string_view, const FactRecord*> present;
    for (const FactRecord& record : now) present[record.id] = &record;
    for (const FactRecord& record : frozen.records) {
        const auto found = present.find(record.id);
        if (found == present.end()) {
            change.vanished.push_back(record);
            continue;
        }
        if (found->second->digest != record.digest || found->second->role != record.role)
            change.changed.push_back(*found->second);
        present.erase(found);
    }
    for (const FactRecord& record : now)
        if (present.contains(record.id)) change.appeared.push_back(record);
    return change;
}

std::string_view to_text(FactKind kind)
{
    return kind_words.at(static_cast<std::size_t>(kind));
}

FactKind fact_kind(std::string_view text)
{
    return static_cast<FactKind>(position_of(kind_words, text));
}

std::string_view to_text(RecordRole role)
{
    return role_words.at(static_cast<std::size_t>(role));
}

RecordRole record_role(std::string_view text)
{
    return static_cast<RecordRole>(position_of(role_words, text));
}

}  // namespace indicators
