// SPDX-License-Identifier: Apache-2.0
#include "check/core/relations.h"

#include <algorithm>
#include <array>

namespace check {

namespace {

const base::Ratio hundred = base::Ratio::whole(100);
const base::Ratio zero = base::Ratio::whole(0);

base::Ratio distance(const base::Ratio& low, const base::Ratio& high, const base::Ratio& value)
{
    if (value < low) return low - value;
    if (value > high) return value - high;
    return zero;
}

struct RoleWord {
    std::string_view word;
    Role role;
};

constexpr std::array role_words{
    RoleWord{"预算", Role::plan},   RoleWord{"安排", Role::plan},   RoleWord{"下达", Role::plan},
    RoleWord{"计划", Role::plan},   RoleWord{"到位", Role::plan},   RoleWord{"批复", Role::plan},
    RoleWord{"执行", Role::done},   RoleWord{"支出", Role::done},   RoleWord{"支付", Role::done},
    RoleWord{"决算", Role::done},   RoleWord{"完成", Role::done},   RoleWord{"使用", Role::done},
    RoleWord{"实际", Role::done},   RoleWord{"拨付", Role::done},   RoleWord{"未支", Role::rest},
    RoleWord{"结余", Role::rest},   RoleWord{"结转", Role::rest},   RoleWord{"未使用", Role::rest},
    RoleWord{"剩余", Role::rest},   RoleWord{"未执行", Role::rest}, RoleWord{"未支付", Role::rest},
    RoleWord{"增加", Role::change}, RoleWord{"减少", Role::change}, RoleWord{"增收", Role::change},
    RoleWord{"增支", Role::change}, RoleWord{"减收", Role::change}, RoleWord{"减支", Role::change},
    RoleWord{"大于", Role::change}, RoleWord{"小于", Role::change}, RoleWord{"超出", Role::change},
    RoleWord{"上升", Role::change}, RoleWord{"下降", Role::change}, RoleWord{"上调", Role::change},
    RoleWord{"下调", Role::change}, RoleWord{"节约", Role::change}};

}  // namespace

Fit share_fit(base::Ratio part, base::Ratio part_half, base::Ratio whole, base::Ratio whole_half, const Claim& rate)
{
    const base::Ratio printed_rate = base::Ratio::of(rate.value);
    if (whole <= zero) return part == zero && whole == zero ? Fit::agrees : Fit::off;
    const base::Ratio low = part > part_half ? (part - part_half) / (whole + whole_half) * hundred : zero;
    // A whole that may have been rounded from nothing has no highest share.
    const bool has_high = whole > whole_half;
    const base::Ratio high = has_high ? (part + part_half) / (whole - whole_half) * hundred : printed_rate;
    const base::Ratio digit = half_digit(rate) + half_digit(rate);
    const base::Ratio off_by = distance(low, std::max(low, high), printed_rate) - half_digit(rate);
    if (off_by <= zero) return Fit::agrees;
    return off_by <= std::min(digit, base::Ratio::reduced(1, 10)) ? Fit::last_digit : Fit::off;
}

Fit share_fit(const Claim& part, const Claim& whole, const Claim& rate)
{
    const Fit fit = share_fit(exact(part), half_digit(part), exact(whole), half_digit(whole), rate);
    // 36万元 beside 33.84万元 means 36.00, as a rule; that it was rounded is possible.
    const bool drops_zeros = whole.unit == part.unit && half_digit(whole) > half_digit(part) && !whole.is_about;
    if (fit != Fit::agrees || !drops_zeros || whole.measure != Measure::money) return fit;
    const Fit strict = share_fit(exact(part), half_digit(part), exact(whole), half_digit(part), rate);
    return strict == Fit::agrees ? Fit::agrees : Fit::last_digit;
}

base::Ratio sum_of(const std::vector<const Claim*>& parts)
{
    base::Ratio sum = zero;
    for (const Claim* const part : parts) sum = sum + exact(*part);
    return sum;
}

base::Ratio most_rounding(std::initializer_list<const Claim*> amounts)
{
    const Claim* finest = nullptr;
    std::int64_t count = 0;
    for (const Claim* const amount : amounts) {
        if (!amount) continue;
        ++count;
        if (!finest || half_digit(*amount) < half_digit(*finest)) finest = amount;
    }
    return finest ? half_digit(*finest) * base::Ratio::whole(count) : zero;
}

namespace {

// What rounding may take of a sum and its parts together. People drop a zero at the end: 6.5 stands beside 93.12 and
// means 6.50. 62人 is counted, not rounded; a bare number of a table may be 万元, rounded.
base::Ratio allowance_of(const Claim& total, const std::vector<const Claim*>& parts)
{
    base::Ratio finest = half_digit(total);
    for (const Claim* const part : parts) finest = std::min(finest, half_digit(*part));
    const bool is_counted =
        total.measure == Measure::count && !total.unit.empty() && finest == base::Ratio::reduced(1, 2);
    return is_counted ? zero : finest * base::Ratio::whole(static_cast<std::int64_t>(parts.size()) + 1);
}

base::Ratio off_by(const Claim& total, const std::vector<const Claim*>& parts)
{
    return distance(exact(total), exact(total), sum_of(parts));
}

}  // namespace

bool adds_up(const Claim& total, const std::vector<const Claim*>& parts)
{
    // All of it would be taken only if each figure had lost its half in full, the same way.
    const base::Ratio off = off_by(total, parts);
    return off == zero || off < allowance_of(total, parts);
}

Severity severity_of_sum(const Claim& total, const std::vector<const Claim*>& parts)
{
    return off_by(total, parts) <= allowance_of(total, parts) ? Severity::warning : Severity::error;
}

bool is_whole_slip(const Claim& total, const std::vector<const Claim*>& parts)
{
    const base::Decimal thousand = base::Decimal::whole(1'000);
    const auto is_whole = [&](const Claim* claim) { return claim->value.scale() == 0 && claim->unit == total.unit; };
    return is_whole(&total) && total.value < thousand && std::all_of(parts.begin(), parts.end(), is_whole) &&
           sum_of(parts) != exact(total) && adds_up(total, parts);
}

std::string shown_rate(base::Ratio part, base::Ratio whole, const Claim& rate)
{
    if (whole == zero) return "—";
    return (part / whole * hundred).rounded(std::max(2, rate.value.scale())).to_string() + "%";
}

Finding unequal_sum(const ReportText& text, const Claim& total, const std::vector<const Claim*>& parts,
                    Severity severity, const char* code)
{
    std::string sum;
    Finding finding{"L01", code, severity, {}, {place_with_label(text, total)}};
    finding.numbers.push_back(printed(total));
    for (const Claim* const part : parts) {
        sum += (sum.empty() ? "" : "+") + part->value.to_string();
        finding.places.push_back(place_with_label(text, *part));
        finding.numbers.push_back(printed(*part));
    }
    finding.args = {{"sum", sum}, {"computed", shown_in_unit_of(total, sum_of(parts))}, {"printed", printed(total)}};
    return finding;
}

std::string shown_in_unit_of(const Claim& claim, base::Ratio amount)
{
    return (amount / claim.unit_size).rounded(std::max(claim.value.scale(), 2)).without_trailing_zeros().to_string() +
           claim.unit;
}

Role role_of(const Claim& claim)
{
    const std::string_view label = claim.label;
    Role role = Role::none;
    std::size_t last = 0;
    // Asked of every claim many times: the third byte of a letter tells most words apart.
    for (std::size_t at = 0; at + 2 < label.size(); ++at)
        for (const RoleWord& known : role_words) {
            const std::size_t end = at + known.word.size();
            if (label[at + 2] != known.word[2] || end < last || !label.substr(at).starts_with(known.word)) continue;
            // 支付 ends where 未支付 ends: the longer word decides.
            if (end == last && role == Role::rest) continue;
            last = end;
            role = known.role;
        }
    return role;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(),
                       [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [text](std::string_view word) { return text.ends_with(word); });
}

}  // namespace check
