// SPDX-License-Identifier: Apache-2.0
#include "surveys/core/survey.h"

#include <algorithm>
#include <set>

namespace surveys {

using base::ErrorKind;
using base::fail;

namespace {

// UTF-8: every byte that does not continue a letter begins one.
std::size_t letters_of(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

bool is_sound(const Question& question)
{
    if (question.kind != Kind::choice) return question.options.empty();
    const std::set<std::string> different{question.options.begin(), question.options.end()};
    const bool is_on_lines = std::all_of(different.begin(), different.end(), [](const std::string& option) {
        return !option.empty() && option.find('\n') == std::string::npos;
    });
    return is_on_lines && different.size() == question.options.size() && different.size() >= 2;
}

base::Result<void> check(const std::vector<Question>& questions)
{
    if (questions.size() > most_questions)
        return fail(ErrorKind::invalid, "surveys.survey.too_many_questions",
                    {{"most", std::to_string(most_questions)}});
    std::set<std::string> codes;
    std::int64_t mains = 0;
    for (std::size_t at = 0; at < questions.size(); ++at) {
        const Question& one = questions[at];
        const base::ErrorArgs where{{"question", std::to_string(at + 1)}};
        if (one.code.empty() || one.text.empty())
            return fail(ErrorKind::invalid, "surveys.survey.question_empty", where);
        if (!codes.insert(one.code).second) return fail(ErrorKind::invalid, "surveys.survey.code_twice", where);
        if (!is_sound(one)) return fail(ErrorKind::invalid, "surveys.survey.options_few", where);
        if (one.is_main && one.kind != Kind::rating) return fail(ErrorKind::invalid, "surveys.survey.one_main");
        if (one.is_main) ++mains;
    }
    if (mains != 1) return fail(ErrorKind::invalid, "surveys.survey.one_main");
    return {};
}

base::Error wrong_state(const Survey& survey)
{
    return {ErrorKind::conflict,
            "surveys.survey.wrong_state",
            {{"number", survey.number}, {"state", std::string{base::named(states, survey.state).chinese}}}};
}

}  // namespace

std::optional<std::int64_t> Survey::asked() const
{
    if (source == Source::import) return stated;
    return issued > 0 ? std::optional{issued} : std::nullopt;
}

const Question* Survey::main() const
{
    for (const Question& one : questions)
        if (one.is_main) return &one;
    return nullptr;
}

const Question* Survey::question(const std::string& code) const
{
    for (const Question& one : questions)
        if (one.code == code) return &one;
    return nullptr;
}

base::Result<void> check(const Survey& survey)
{
    if (survey.title.empty()) return fail(ErrorKind::invalid, "surveys.survey.title_empty");
    if (survey.audience.empty()) return fail(ErrorKind::invalid, "surveys.survey.audience_empty");
    if (survey.subject.empty()) return fail(ErrorKind::invalid, "surveys.survey.subject_empty");
    if (survey.until < survey.from) return fail(ErrorKind::invalid, "surveys.survey.days_wrong");
    return check(survey.questions);
}

base::Result<Survey> opened(Survey survey)
{
    if (survey.state != State::draft) return tl::unexpected<base::Error>(wrong_state(survey));
    survey.state = State::open;
    return survey;
}

base::Result<Survey> closed(Survey survey)
{
    if (survey.state != State::open) return tl::unexpected<base::Error>(wrong_state(survey));
    survey.state = State::closed;
    return survey;
}

base::Result<void> check(const std::vector<Question>& questions, const Values& values)
{
    std::set<std::string> known;
    for (const Question& one : questions) {
        known.insert(one.code);
        const base::ErrorArgs where{{"question", one.text}};
        const auto found = values.find(one.code);
        if (found == values.end()) {
            if (one.kind == Kind::rating) return fail(ErrorKind::invalid, "surveys.answer.rating_missing", where);
            continue;
        }
        const std::string& value = found->second;
        if (value.empty()) return fail(ErrorKind::invalid, "surveys.answer.empty", where);
        const bool is_option =
            (one.kind == Kind::rating && base::of_word(ratings, value)) ||
            (one.kind == Kind::choice && std::count(one.options.begin(), one.options.end(), value) == 1);
        if (one.kind != Kind::text && !is_option)
            return fail(ErrorKind::invalid, "surveys.answer.value_unknown", where);
        if (letters_of(value) > most_letters)
            return fail(ErrorKind::invalid, "surveys.answer.text_too_long",
                        {{"question", one.text}, {"most", std::to_string(most_letters)}});
    }
    for (const auto& [code, value] : values)
        if (!known.contains(code))
            return fail(ErrorKind::invalid, "surveys.answer.question_unknown", {{"question", code}});
    return {};
}

std::int64_t Action::age_days(base::Date today) const
{
    return done_on.value_or(today).days_since_1970() - day.days_since_1970();
}

std::vector<Action> actions_of(const Survey& survey, const Values& values, base::Date day)
{
    std::string comment;
    for (const Question& one : survey.questions)
        if (const auto found = values.find(one.code); one.kind == Kind::text && found != values.end())
            comment += (comment.empty() ? "" : "\n") + found->second;
    std::vector<Action> actions;
    for (const Question& one : survey.questions) {
        const auto found = values.find(one.code);
        const bool is_low = one.kind == Kind::rating && found != values.end() &&
                            base::of_word(ratings, found->second) == Rating::dissatisfied;
        if (!is_low) continue;
        Action action;
        action.survey = survey.number;
        action.survey_title = survey.title;
        action.subject = survey.subject;
        action.question = one.code;
        action.question_text = one.text;
        action.day = day;
        action.comment = comment;
        actions.push_back(std::move(action));
    }
    return actions;
}

base::Result<Action> done(Action action, const std::string& result, const std::string& by, base::Date on,
                          base::Date today)
{
    if (action.state != ActionState::open)
        return fail(ErrorKind::conflict, "surveys.action.wrong_state", {{"number", action.number}});
    if (result.empty()) return fail(ErrorKind::invalid, "surveys.action.result_empty");
    if (on < action.day || today < on)
        return fail(ErrorKind::invalid, "surveys.action.day_wrong",
                    {{"from", action.day.to_string()}, {"until", today.to_string()}});
    action.state = ActionState::done;
    action.result = result;
    action.done_by = by;
    action.done_on = on;
    return action;
}

}  // namespace surveys
