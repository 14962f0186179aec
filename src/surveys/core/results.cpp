// SPDX-License-Identifier: Apache-2.0
#include "surveys/core/results.h"

#include <algorithm>
#include <tuple>

#include "base/ratio.h"

namespace surveys {

namespace {

constexpr int decimals = 2;

RatingResult rating_of(const Question& question, const std::vector<ValueCount>& values)
{
    RatingResult result{question, {}};
    for (const ValueCount& one : values)
        if (const auto rating = base::of_word(ratings, one.value); one.question == question.code && rating)
            result.tally.add(*rating, one.count);
    return result;
}

ChoiceResult choice_of(const Question& question, const std::vector<ValueCount>& values)
{
    ChoiceResult result{question, std::vector<std::int64_t>(question.options.size())};
    for (const ValueCount& one : values)
        for (std::size_t at = 0; at < question.options.size(); ++at)
            if (one.question == question.code && one.value == question.options[at]) result.counts[at] += one.count;
    return result;
}

std::vector<TextAnswer> texts_of(const Survey& survey, const std::vector<ValueCount>& values)
{
    std::vector<TextAnswer> texts;
    for (const Question& question : survey.questions) {
        if (question.kind != Kind::text) continue;
        const auto begin = static_cast<std::ptrdiff_t>(texts.size());
        for (const ValueCount& one : values)
            for (std::int64_t time = 0; one.question == question.code && time < one.count; ++time)
                texts.push_back({question.text, one.value});
        std::sort(texts.begin() + begin, texts.end(),
                  [](const TextAnswer& a, const TextAnswer& b) { return a.text < b.text; });
    }
    return texts;
}

std::vector<Warning> warnings_of(const Results& results, const Limits& limits)
{
    std::vector<Warning> warnings;
    if (results.n == 0) return warnings;
    const bool is_few = results.n < limits.least_answers;
    if (is_few) warnings.push_back({WarningKind::few_answers, limits.least_answers});
    if (results.asked && results.n * 100 < limits.least_response * *results.asked)
        warnings.push_back({WarningKind::low_response, limits.least_response});
    const bool is_all = std::any_of(results.ratings.begin(), results.ratings.end(), [](const RatingResult& one) {
        return one.question.is_main && one.tally.n() > 0 && one.tally.hits() == one.tally.n();
    });
    if (is_few && is_all) warnings.push_back({WarningKind::all_of_few, limits.least_answers});
    return warnings;
}

// What one survey adds to one line.
struct Part {
    Tally tally = {};
    std::optional<std::int64_t> asked = {};
};

void add(std::map<std::string, Line>& lines, const std::string& key, const Part& part)
{
    const auto [found, is_new] = lines.try_emplace(key, Line{key, {}, 0});
    Line& line = found->second;
    line.tally.add(part.tally);
    line.asked = line.asked && part.asked ? std::optional{*line.asked + *part.asked} : std::nullopt;
}

std::string month_of(base::Date day)
{
    constexpr std::size_t letters = 7;
    return day.to_string().substr(0, letters);
}

// The answers of one survey that were given on some days.
struct Within {
    std::map<std::string, Tally> months = {};
    Tally all = {};
    bool is_whole = true;  // none was given on another day
};

Within within(const Days& survey, base::Date from, base::Date until)
{
    Within found;
    for (const auto& [day, tally] : survey.tallies) {
        if (day < from || until < day) {
            found.is_whole = found.is_whole && tally.n() == 0;
            continue;
        }
        found.months[month_of(day)].add(tally);
        found.all.add(tally);
    }
    return found;
}

std::vector<Line> in_order(std::map<std::string, Line> lines)
{
    std::vector<Line> list;
    for (auto& [key, line] : lines) list.push_back(std::move(line));
    return list;
}

}  // namespace

void Tally::add(Rating rating, std::int64_t count)
{
    std::int64_t& those = rating == Rating::satisfied ? satisfied : rating == Rating::mostly ? mostly : dissatisfied;
    those += count;
}

void Tally::add(const Tally& other)
{
    satisfied += other.satisfied;
    mostly += other.mostly;
    dissatisfied += other.dissatisfied;
}

std::optional<base::Decimal> Tally::share() const
{
    if (n() == 0) return std::nullopt;
    return base::Ratio::reduced(hits(), n()).percent(decimals);
}

std::optional<base::Decimal> response_rate(std::int64_t n, const std::optional<std::int64_t>& asked)
{
    if (!asked || *asked == 0) return std::nullopt;
    return base::Ratio::reduced(n, *asked).percent(decimals);
}

Results results_of(const Survey& survey, std::int64_t n, const std::vector<ValueCount>& values, const Limits& limits)
{
    Results results;
    results.n = n;
    results.asked = survey.asked();
    for (const Question& question : survey.questions) {
        if (question.kind == Kind::rating) results.ratings.push_back(rating_of(question, values));
        if (question.kind == Kind::choice) results.choices.push_back(choice_of(question, values));
    }
    if (n >= limits.least_for_texts) results.texts = texts_of(survey, values);
    results.warnings = warnings_of(results, limits);
    return results;
}

Statistics statistics(const std::vector<Days>& surveys, base::Date from, base::Date until)
{
    std::map<std::string, Line> by_subject;
    std::map<std::string, Line> by_month;
    for (const Days& one : surveys) {
        Within given = within(one, from, until);
        const bool lies_within = from <= one.survey.from && one.survey.until <= until;
        const std::optional<std::int64_t> asked = one.survey.asked();
        if (given.all.n() == 0 && !(lies_within && asked)) continue;
        // How many were asked is known of all answers of a survey alone.
        add(by_subject, one.survey.subject, {given.all, given.is_whole ? asked : std::nullopt});
        if (given.months.empty()) given.months[month_of(one.survey.from)];
        const bool is_one_month = given.months.size() == 1 && given.is_whole;
        for (const auto& [month, tally] : given.months)
            add(by_month, month, {tally, is_one_month ? asked : std::nullopt});
    }
    return {in_order(std::move(by_subject)), in_order(std::move(by_month))};
}

}  // namespace surveys
