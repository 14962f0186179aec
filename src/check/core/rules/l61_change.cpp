// SPDX-License-Identifier: Apache-2.0
// L61: a change against the year before is the difference over the year before's value, which is this year's value less
// what it grew by.
#include <algorithm>

#include <re2/re2.h>

#include "check/core/relations.h"
#include "check/core/rules/all.h"

namespace check {

namespace {

bool is_rise(std::string_view label)
{
    return ends_with_any(label, {"增加", "增加了", "增收", "增支", "多支", "增长", "上升"});
}

bool is_fall(std::string_view label)
{
    return ends_with_any(label, {"减少", "减少了", "减收", "减支", "少支", "下降", "降低"});
}

bool says_compared(std::string_view label)
{
    return contains_any(label, {"比", "较", "同比"});
}

bool is_rate_of_change(const Claim& claim)
{
    static const RE2 change{"(?:增长|下降|降低|减少|增加|上升|增幅|降幅|增长率|下降率)(?:了|为|达到?|约)?$"};
    return claim.measure == Measure::per_cent && RE2::PartialMatch(claim.label, change);
}

// The value that changed, the nearest first: of the same sentence, or else of the paragraph.
std::vector<const Claim*> candidates(std::span<const Claim> claims, std::size_t change)
{
    std::vector<const Claim*> own;
    std::vector<const Claim*> all;
    for (std::size_t i = change; i-- > 0 && all.size() < 4;) {
        const Claim& claim = claims[i];
        if (!are_alike(claim, claims[change]) || role_of(claim) == Role::change) continue;
        all.push_back(&claim);
        if (claim.sentence == claims[change].sentence) own.push_back(&claim);
    }
    return own.empty() ? all : own;
}

struct Base {
    base::Ratio value;
    base::Ratio half;
};

Base base_of(const Claim& now, const Claim& change, bool fell)
{
    return {fell ? exact(now) + exact(change) : exact(now) - exact(change), half_digit(now) + half_digit(change)};
}

class Paragraph {
public:
    Paragraph(const Material& material, std::span<const Claim> claims, Findings& findings)
        : material_{material}, claims_{claims}, findings_{findings}
    {
    }

    void judge(std::size_t i)
    {
        const Claim& change = claims_[i];
        const Claim& rate = claims_[i + 1];
        if (rate.part != change.part || !is_rate_of_change(rate) || change.measure == Measure::per_cent) return;
        if (!is_rise(change.label) && !is_fall(change.label)) return;
        const bool fell = is_fall(change.label);
        const std::vector<const Claim*> values = candidates(claims_, i);
        Fit best = Fit::off;
        for (const Claim* const value : values) {
            // 较上年8200万元增加400万元 says the year before's value itself.
            const Base before = contains_any(value->label, {"较上年", "比上年", "较去年", "比去年"})
                                    ? Base{exact(*value), half_digit(*value)}
                                    : base_of(*value, change, fell);
            const Fit fit = share_fit(exact(change), half_digit(change), before.value, before.half, rate);
            if (fit == Fit::agrees) known_.push_back(before);
            best = std::min(best, fit);
        }
        if (best == Fit::agrees || values.empty()) return;
        if (agrees_with_known(change, rate, best)) return;
        // 剔除这一因素,仍减少…: what it is compared with stands elsewhere; only a last digit can be told then.
        if (best == Fit::off && !says_compared(sentence_before(change))) return;
        report(*values.front(), change, rate, fell, best);
    }

private:
    // 与上年决算数相比，收、支总计各增加: the comparison may stand a clause before.
    std::string_view sentence_before(const Claim& change) const
    {
        const std::string_view before = std::string_view{material_.text.blocks[change.block].text}.substr(0, change.at);
        const std::size_t stop = before.rfind("。");
        return stop == std::string_view::npos ? before : before.substr(stop);
    }

    // The base of another change in the paragraph may be meant.
    bool agrees_with_known(const Claim& change, const Claim& rate, Fit& best)
    {
        for (const Base& before : known_) {
            const Fit fit = share_fit(exact(change), half_digit(change), before.value, before.half, rate);
            if (fit == Fit::agrees) return true;
            if (fit == Fit::last_digit && best == Fit::off) {
                report_against(before, change, rate, fit);
                return true;
            }
        }
        return false;
    }

    void report(const Claim& now, const Claim& change, const Claim& rate, bool fell, Fit fit)
    {
        const Base before = base_of(now, change, fell);
        findings_.push_back({"L61",
                             "check.l61.change",
                             severity_of(fit),
                             {{"now", printed(now)},
                              {"change", printed(change)},
                              {"sign", fell ? "+" : "-"},
                              {"before", shown_in_unit_of(now, before.value)},
                              {"computed", shown_rate(exact(change), before.value, rate)},
                              {"printed", printed(rate)}},
                             {place_with_label(material_.text, rate), place_with_label(material_.text, change),
                              place_with_label(material_.text, now)},
                             {printed(rate), printed(change), printed(now)}});
    }

    void report_against(const Base& before, const Claim& change, const Claim& rate, Fit fit)
    {
        findings_.push_back({"L61",
                             "check.l61.against",
                             severity_of(fit),
                             {{"change", printed(change)},
                              {"before", shown_in_unit_of(change, before.value)},
                              {"computed", shown_rate(exact(change), before.value, rate)},
                              {"printed", printed(rate)}},
                             {place_with_label(material_.text, rate), place_with_label(material_.text, change)},
                             {printed(rate), printed(change)}});
    }

    const Material& material_;
    std::span<const Claim> claims_;
    Findings& findings_;
    std::vector<Base> known_;
};

// 从, 由上年的
bool begins_a_change(std::string_view label)
{
    constexpr std::size_t longest = 18;  // bytes behind the word
    for (const std::string_view word : {"从", "由"})
        if (const std::size_t at = label.rfind(word); at != std::string_view::npos && label.size() - at <= longest)
            return true;
    return false;
}

// 从29人降到16人,下降44.8%
void judge_from_to(const Material& material, std::span<const Claim> claims, std::size_t i, Findings& findings)
{
    const Claim& from = claims[i];
    const Claim& to = claims[i + 1];
    const Claim& rate = claims[i + 2];
    const bool is_pair =
        begins_a_change(from.label) && are_alike(from, to) && to.part == rate.part &&
        ends_with_any(to.label, {"降到", "降至", "减少到", "减至", "增至", "增加到", "上升到", "提高到", "增长到"});
    if (!is_pair || !is_rate_of_change(rate)) return;
    const base::Ratio difference = exact(to) > exact(from) ? exact(to) - exact(from) : exact(from) - exact(to);
    const base::Ratio half = from.measure == Measure::count ? base::Ratio::whole(0) : half_digit(from) + half_digit(to);
    const Fit fit = share_fit(difference, half, exact(from), half, rate);
    if (fit == Fit::agrees) return;
    findings.push_back({"L61",
                        "check.l61.from_to",
                        severity_of(fit),
                        {{"from", printed(from)},
                         {"to", printed(to)},
                         {"computed", shown_rate(difference, exact(from), rate)},
                         {"printed", printed(rate)}},
                        {place_with_label(material.text, rate), place_with_label(material.text, from)},
                        {printed(rate), printed(from), printed(to)}});
}

}  // namespace

void find_wrong_changes(const Material& material, Findings& findings)
{
    for (std::size_t number = 0; number < material.text.blocks.size(); ++number) {
        const std::span<const Claim> claims = material.of_block(number);
        Paragraph paragraph{material, claims, findings};
        for (std::size_t i = 0; i + 1 < claims.size(); ++i) {
            paragraph.judge(i);
            if (i + 2 < claims.size()) judge_from_to(material, claims, i, findings);
        }
    }
}

}  // namespace check
