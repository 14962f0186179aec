// SPDX-License-Identifier: Apache-2.0
#include "check/core/known.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "base/quantity.h"
#include "check/core/known_match.h"
#include "check/core/relations.h"
#include "check/core/written_unit.h"
#include "chinese/letters.h"

namespace check {

namespace {

base::Ratio distance(const base::Ratio& a, const base::Ratio& b)
{
    return a < b ? b - a : a - b;
}

// A bare number of a table is in the unit of the figure, or in 万元.
std::vector<base::Ratio> sizes_of(const Claim& claim, const KnownFigure& figure)
{
    if (!claim.unit.empty()) return {claim.unit_size};
    if (figure.measure != Measure::money) return {figure.size};
    constexpr std::int64_t wan = 10'000;
    return {base::Ratio::whole(wan), base::Ratio::whole(1)};
}

// In half digits of the claim: up to one is a rounding, up to three the last digit.
base::Ratio off_by(const Claim& claim, const KnownFigure& figure)
{
    const base::Ratio half = base::Ratio::reduced(1, 2 * base::int128{base::power_of_ten(claim.value.scale())});
    std::optional<base::Ratio> least;
    for (const base::Ratio& size : sizes_of(claim, figure)) {
        const base::Ratio off = distance(base::Ratio::of(claim.value), figure.value / size) / half;
        if (!least || off < *least) least = off;
    }
    return *least;
}

const CountedOtherwise* explained(const Claim& claim, const KnownFigure& figure)
{
    const auto found =
        std::find_if(figure.otherwise.begin(), figure.otherwise.end(), [&](const CountedOtherwise& other) {
            KnownFigure counted = figure;
            counted.value = other.value;
            return off_by(claim, counted) <= base::Ratio::whole(1);
        });
    return found == figure.otherwise.end() ? nullptr : &*found;
}

std::string places_of(const CountedOtherwise& other)
{
    constexpr std::size_t most_shown = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(most_shown, other.places.size()); ++i)
        text += (text.empty() ? "" : "、") + other.places[i];
    return text + (other.places.size() > most_shown ? "……" : "");
}

Finding finding_of(const Material& material, const Known& known, const Claim& claim, const KnownFigure& figure,
                   Severity severity)
{
    Finding finding{"L60", "check.l60.differs", severity};
    finding.args = {{"printed", printed(claim)},
                    {"name", figure.title},
                    {"known", figure.printed},
                    {"count", std::to_string(figure.records)}};
    finding.places = {place_with_label(material.text, claim)};
    finding.numbers = {printed(claim), figure.printed};
    if (figure.fact.empty()) {
        finding.code = "check.l60.score";
        return finding;
    }
    finding.fact = FactBehind{known.run, figure.fact};
    if (const CountedOtherwise* const other = explained(claim, figure)) {
        finding.code = "check.l60.explained";
        finding.args.emplace_back("with", other->with);
        finding.args.emplace_back("more", std::to_string(other->records.size()));
        finding.args.emplace_back("places", places_of(*other));
        finding.fact->records = other->records;
    }
    return finding;
}

std::optional<Finding> difference(const Material& material, const Known& known, const Stated& stated)
{
    const Claim& claim = *stated.claim;
    const auto less = [&](const KnownFigure* a, const KnownFigure* b) { return off_by(claim, *a) < off_by(claim, *b); };
    const KnownFigure& nearest = **std::min_element(stated.figures.begin(), stated.figures.end(), less);
    const base::Ratio off = off_by(claim, nearest);
    if (off <= base::Ratio::whole(1)) return std::nullopt;
    // Of a count the last digit is one of what is counted.
    if (off <= base::Ratio::whole(3) && claim.value.scale() > 0)
        return finding_of(material, known, claim, nearest, Severity::warning);
    return finding_of(material, known, claim, *stated.figures.front(), Severity::error);
}

}  // namespace

bool is_something_else(const Known& known, const Claim& claim, std::string_view words)
{
    if (claim.is_about || !claim.sign.empty()) return true;
    for (const std::string_view end : {"以上", "以下", "以内", "左右", "余"})
        if (claim.tail.starts_with(end)) return true;
    if (contains_any(words, {"上年", "去年", "同比", "同期",   "相比",   "比上",   "较",   "目标",   "计划",
                             "拟",   "力争", "预计", "不低于", "不超过", "平均",   "人均", "上半年", "季度",
                             "月份", "下降", "增长", "增加",   "减少",   "提高了", "占"}))
        return true;
    // 2023年 in a report on 2024.
    for (std::size_t at = words.find("20"); at != std::string_view::npos; at = words.find("20", at + 1)) {
        const std::string_view year = words.substr(at, 4);
        if (year.size() == 4 && words.substr(at + 4).starts_with("年") && year != std::to_string(known.year))
            return true;
    }
    return false;
}

std::string without_words(std::string text, std::span<const std::string_view> words)
{
    for (const std::string_view word : words)
        for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at))
            text.erase(at, word.size());
    std::string rest;
    for (const chinese::Letter& letter : chinese::letters(text)) {
        constexpr std::u32string_view marks = U"，。：；、“”‘’（）〔〕《》【】！？—…·①②③④⑤⑥⑦⑧⑨⑩";
        if (letter.code >= 0x80U && marks.find(letter.code) == std::u32string_view::npos)
            rest += text.substr(letter.at, letter.size);
    }
    return rest;
}

void say(KnownFigure& figure, const base::Ratio& value, const std::string& unit)
{
    figure.unit = base::unit_named(unit);
    const WrittenUnit* const written = unit_at_start(figure.unit);
    figure.measure = written && written->written == figure.unit ? written->measure : Measure::count;
    for (const char* const whole : {"元", "m²"})
        if (const auto size = base::conversion(figure.unit, whole)) {
            figure.measure = std::string_view{whole} == "元" ? Measure::money : Measure::area;
            figure.size = *size;
        }
    figure.value = value * figure.size;
}

Findings known_otherwise(const Material& material, const Known& known)
{
    std::vector<Stated> stated = stated_by_name(material, known);
    for (Stated& one : stated_of_budget(material, known)) stated.push_back(std::move(one));
    Findings findings;
    for (const Stated& one : stated) {
        try {
            if (auto finding = difference(material, known, one)) findings.push_back(*std::move(finding));
        } catch (const std::overflow_error&) {
            // Figures beyond 128 bits are no amounts.
        }
    }
    return findings;
}

}  // namespace check
