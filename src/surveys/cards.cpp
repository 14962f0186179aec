// SPDX-License-Identifier: Apache-2.0
// Answers by single-use cards, without signing in and without a name.
#include <stdexcept>

#include "base/sm3.h"
#include "surveys/store/answer_store.h"
#include "surveys/surveys.h"
#include "surveys/use_case.h"

namespace surveys {

using base::ErrorKind;
using base::fail;

namespace {

constexpr std::size_t digits_of_card = 32;
constexpr std::size_t letters_of_org = 36;

bool is_hexadecimal(const std::string& text)
{
    return text.size() == digits_of_card && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

base::Error used_or_unknown()
{
    return {ErrorKind::conflict, "surveys.card.used_or_unknown"};
}

// The survey of an unused card, while it collects answers.
base::Result<Survey> survey_of(sql::Connection& db, const base::OrgId& org, const std::string& hash)
{
    const auto number = AnswerStore{db, org}.survey_of_card(hash);
    if (!number) return tl::unexpected<base::Error>(used_or_unknown());
    Survey survey = SurveyStore{db, org}.find(*number).value();
    if (survey.state != State::open) return fail(ErrorKind::conflict, "surveys.card.closed");
    return survey;
}

}  // namespace

std::optional<base::OrgId> org_of_card(const std::string& token)
{
    const bool is_one = token.size() == letters_of_org + 1 + digits_of_card && token[letters_of_org] == '.' &&
                        is_hexadecimal(token.substr(letters_of_org + 1));
    if (!is_one) return std::nullopt;
    return base::OrgId{token.substr(0, letters_of_org)};
}

base::Result<Survey> asked_by(sql::Connection& db, const std::string& token)
{
    const auto org = org_of_card(token);
    if (!org) return tl::unexpected<base::Error>(used_or_unknown());
    return survey_of(db, *org, base::sm3(token));
}

base::Result<void> answer_by_card(sql::Connection& db, const base::Clock& clock, const PublicAnswer& said)
{
    const auto org = org_of_card(said.token);
    if (!org) return tl::unexpected<base::Error>(used_or_unknown());
    if (!is_hexadecimal(said.id)) return fail(ErrorKind::invalid, "surveys.answer.id_malformed");
    const std::string hash = base::sm3(said.token);
    AnswerStore store{db, *org};
    sql::Transaction transaction{db};
    // One phone that sends twice at once is one answer, and its second sending is told so.
    db.lock_until_commit(org->text() + " surveys answer " + said.id);
    if (const auto known = store.find(said.id)) {
        if (known->values == said.values) return {};
        return fail(ErrorKind::conflict, "surveys.answer.id_taken");
    }
    // Whoever closes a survey waits for answers on their way, or they are too late.
    db.share_until_commit(name_of_lock(*org, store.survey_of_card(hash).value_or("")));
    TRY_ASSIGN(const Survey survey, survey_of(db, *org, hash));
    TRY(check(survey.questions, said.values));
    const Answer answer{said.id, survey.number, clock.today(), "", said.values};
    if (!store.use_card(hash)) return tl::unexpected<base::Error>(used_or_unknown());
    store.add(answer);
    const std::vector<Action> actions = actions_of(survey, said.values, answer.day);
    if (!actions.empty()) lock_numbers(db, *org);
    for (const Action& action : actions) SurveyStore{db, *org}.add(action);
    if (!store.balance(survey.number).is_even()) throw std::logic_error("surveys: cards and answers do not add up");
    transaction.commit();
    return {};
}

}  // namespace surveys
