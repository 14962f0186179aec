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
    static const RE2 change{
        "(?:增长|下降|降低|减少|增加|上升|增幅|降幅|增长率|下降率|减少率|增加率|降低率)(?:了|为|达到?|约)?$"};
    return claim.measure == Measure::per_cent && RE2::PartialMatch(claim.label, change);
}

// No paragraph of a report looks farther back; a hostile one has hundreds of changes and no value.
constexpr std::size_t farthest_value = 60;
constexpr std::size_t most_bases = 30;
constexpr std::size_t longest_clause = 400;  // bytes

// The value that changed, the nearest first: of the same sentence, or else of the paragraph.
std::vector<const Claim*> candidates(std::span<const Claim> claims, std::size_t change)
{
    std::vector<const Claim*> own;
    std::vector<const Claim*> all;
    for (std::size_t i = change; i-- > 0 && all.size() < 4 && i + farthest_value > change;) {
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
    Paragraph(const Material& material, std::span<const Claim> claims, Found& findings)
        : material_{material}, claims_{claims}, findings_{findings}
    {
    }

    void judge(std::size_t i)
    {
        const Claim& change = claims_[i];
        const Claim& rate = claims_[i + 1];
        if (rate.part != change.part || !is_rate_of_change(rate) || change.measure == Measure::per_cent) return;
        if (!is_rise(change.label) && !is_fall(change.label)) return;
        if (points_elsewhere(change, rate)) {
            report_direction(change, rate);
            return;
        }
        judge_rate(i, change, rate);
    }

    // 收入30161万元，同比增长14.6%，增收4376万元: the rate first, the amount behind it in a word of its own.
    void judge_rate_first(std::size_t i)
    {
        const Claim& rate = claims_[i];
        const Claim& change = claims_[i + 1];
        static const RE2 bare{"^(?:增加|增收|增支|增长|减少|减收|减支|下降)(?:额|了)?(?:为)?$"};
        const bool is_pair = rate.part == change.part && is_rate_of_change(rate) && says_compared(rate.label) &&
                             change.measure != Measure::per_cent && RE2::FullMatch(change.label, bare) &&
                             (is_rise(change.label) || is_fall(change.label)) && !points_elsewhere(change, rate);
        const bool has_own_rate =
            i + 2 < claims_.size() && claims_[i + 2].part == change.part && is_rate_of_change(claims_[i + 2]);
        if (is_pair && !has_own_rate) judge_rate(i + 1, change, rate);
    }

private:
    void judge_rate(std::size_t i, const Claim& change, const Claim& rate)
    {
        const bool fell = is_fall(change.label);
        const std::vector<const Claim*> values = candidates(claims_, i);
        Fit best = Fit::off;
        for (const Claim* const value : values) {
            // 较上年8200万元增加400万元 says the year before's value itself.
            const Base before = contains_any(value->label, {"较上年", "比上年", "较去年", "比去年"})
                                    ? Base{exact(*value), half_digit(*value)}
                                    : base_of(*value, change, fell);
            const Fit fit = share_fit(exact(change), half_digit(change), before.value, before.half, rate);
            if (fit == Fit::agrees && known_.size() < most_bases) known_.push_back(before);
            best = std::min(best, fit);
        }
        if (best == Fit::agrees || values.empty()) return;
        if (is_of_another(change)) return;
        if (agrees_with_known(change, rate, best)) return;
        // 剔除这一因素,仍减少…: what it is compared with stands elsewhere; only a last digit can be told then.
        if (best == Fit::off && !says_compared(sentence_before(change))) return;
        report(*values.front(), change, rate, fell, best);
    }

    // 增加3万元，下降5%: a rate that stands alone behind the amount and says the opposite.
    static bool points_elsewhere(const Claim& change, const Claim& rate)
    {
        static const RE2 rise{"^(?:同比)?(?:增长|上升|增加)(?:了|率为|幅为)?$"};
        static const RE2 fall{"^(?:同比)?(?:下降|降低|减少)(?:了|率为|幅为)?$"};
        if (change.value.is_zero() || rate.value.is_zero()) return false;
        return (is_rise(change.label) && RE2::FullMatch(rate.label, fall)) ||
               (is_fall(change.label) && RE2::FullMatch(rate.label, rise));
    }

    void report_direction(const Claim& change, const Claim& rate)
    {
        findings_.push_back({"L61",
                             "check.l61.direction",
                             Severity::error,
                             {{"change", printed(change)}, {"printed", printed(rate)}},
                             {place_with_label(material_.text, rate), place_with_label(material_.text, change)},
                             {printed(rate), printed(change)}});
    }

    // 公务用车购置费同口径比2018年减少334万元: a change that names a thing of its own in its clause, of which nothing
    // was said before.
    bool is_of_another(const Claim& change) const
    {
        static const RE2 named{"^(?:其中)?(?:20\\d\\d年度?)?[“”]?([\\p{Han}]{4,30}?)[“”]?(?:同口径|同比|比|较|与)"};
        const std::string& text = material_.text.blocks[change.block].text;
        std::size_t begin = change.at;
        const auto is_behind_a_mark = [&] {
            return begin == 0 ||
                   ends_with_any(std::string_view{text}.substr(0, begin), {"。", "；", ";", "，", ",", "：", ":"});
        };
        while (!is_behind_a_mark() && begin + longest_clause > change.at) --begin;
        if (!is_behind_a_mark()) return false;
        std::string clause = text.substr(begin, change.at - begin);
        for (const std::string_view mark : {"“", "”"})
            for (std::size_t at = clause.find(mark); at != std::string::npos; at = clause.find(mark))
                clause.erase(at, mark.size());
        std::string thing;
        return RE2::PartialMatch(clause, named, &thing) && text.substr(0, begin).find(thing) == std::string::npos;
    }

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
    Found& findings_;
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
void judge_from_to(const Material& material, std::span<const Claim> claims, std::size_t i, Found& findings)
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

bool says_year_before(std::string_view label)
{
    return contains_any(label, {"上年", "去年", "上一年"});
}

int year_in(const std::string& label)
{
    static const RE2 pattern{"(20\\d\\d)年"};
    int year = 0;
    RE2::PartialMatch(label, pattern, &year);
    return year;
}

// 2016年预算8万元，2015年预算12.5万元，对比减少4.35万元; 支出251万元，比上年支出285万元减少34万元.
void judge_difference(const Material& material, std::span<const Claim> claims, std::size_t i, Found& findings)
{
    const Claim& now = claims[i];
    const Claim& before = claims[i + 1];
    const Claim& change = claims[i + 2];
    static const RE2 bare{
        "^(?:与?(?:上年|去年|20\\d\\d年)?(?:相比|对比|同比|相较)?)?(?:增加|减少|下降|增长|降低|上升)(?:了|额为?)?$"};
    static const RE2 compared{"^(?:比|较)(?:上年|去年|上一年|20\\d\\d年)"};
    if (now.sentence != change.sentence || now.measure == Measure::per_cent || !are_alike(now, before) ||
        !are_alike(now, change) || role_of(now) == Role::change || !RE2::FullMatch(change.label, bare) ||
        now.is_about || before.is_about || change.is_about)
        return;
    const int year = year_in(now.label);
    const bool is_year_before = RE2::PartialMatch(before.label, compared) ||
                                (year > 0 && (year_in(before.label) == year - 1 || says_year_before(before.label)) &&
                                 !contains_any(before.label, {"增", "减"}));
    if (!is_year_before) return;
    const bool fell = is_fall(change.label);
    const base::Ratio difference = fell ? exact(before) - exact(now) : exact(now) - exact(before);
    const base::Ratio off = difference > exact(change) ? difference - exact(change) : exact(change) - difference;
    if (off <= most_rounding({&now, &before, &change})) return;
    findings.push_back({"L61",
                        "check.l61.difference",
                        Severity::error,
                        {{"now", printed(now)},
                         {"before", printed(before)},
                         {"computed", shown_in_unit_of(change, exact(now) - exact(before))},
                         {"printed", (fell ? "-" : "") + printed(change)}},
                        {place_with_label(material.text, change), place_with_label(material.text, now),
                         place_with_label(material.text, before)},
                        {printed(change), printed(now), printed(before)}});
}

}  // namespace

void find_wrong_changes(const Material& material, Found& findings)
{
    for (std::size_t number = 0; number < material.text.blocks.size(); ++number) {
        const std::span<const Claim> claims = material.of_block(number);
        Paragraph paragraph{material, claims, findings};
        for (std::size_t i = 0; i + 1 < claims.size(); ++i) {
            paragraph.judge(i);
            paragraph.judge_rate_first(i);
            if (i + 2 >= claims.size()) continue;
            judge_from_to(material, claims, i, findings);
            judge_difference(material, claims, i, findings);
        }
    }
}

}  // namespace check
