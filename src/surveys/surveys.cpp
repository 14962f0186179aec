// SPDX-License-Identifier: Apache-2.0
// Questionnaires: written, opened, given out, closed; and what is mended because of low answers.
#include "surveys/surveys.h"

#include "base/random.h"
#include "base/sm3.h"
#include "identity/identity.h"
#include "surveys/store/answer_store.h"
#include "surveys/use_case.h"

namespace surveys {

using base::ErrorKind;
using base::fail;

namespace {

std::string digest_of(const Survey& survey)
{
    base::Sm3 digest;
    for (const std::string& cell :
         {survey.number, survey.title, survey.audience, survey.subject, survey.from.to_string(),
          survey.until.to_string(), std::string{base::named(states, survey.state).word}, std::to_string(survey.issued)})
        digest.add_field(cell);
    for (const Question& one : survey.questions) {
        for (const std::string& cell :
             {one.code, one.text, std::string{base::named(kinds, one.kind).word}, std::string{one.is_main ? "1" : "0"}})
            digest.add_field(cell);
        for (const std::string& option : one.options) digest.add_field(option);
    }
    return digest.finish();
}

std::string digest_of(const Action& action)
{
    base::Sm3 digest;
    for (const std::string& cell :
         {action.number, action.survey, action.question, action.day.to_string(), action.comment, action.result,
          action.done_by, action.done_on ? action.done_on->to_string() : ""})
        digest.add_field(cell);
    return digest.finish();
}

base::Error changed(const std::string& number)
{
    return {ErrorKind::conflict, "surveys.survey.changed", {{"number", number}}};
}

}  // namespace

base::Result<Survey> Surveys::to_change(const base::Actor& actor, const std::string& number, std::int64_t version) const
{
    TRY(require_permission(actor, "surveys.edit"));
    auto survey = SurveyStore{db_, actor.org}.find(number);
    if (!survey) return fail(ErrorKind::not_found, "surveys.survey.unknown", {{"number", number}});
    if (survey->version != version) return tl::unexpected<base::Error>(changed(number));
    return *std::move(survey);
}

base::Result<void> Surveys::put(const base::Actor& actor, const Survey& before, const Survey& survey,
                                const char* action)
{
    sql::Transaction transaction{db_};
    db_.lock_until_commit(name_of_lock(actor.org, survey.number));
    SurveyStore store{db_, actor.org};
    const bool is_written =
        before.state == State::draft && survey.state == State::draft ? store.rewrite(survey) : store.change(survey);
    if (!is_written) return tl::unexpected<base::Error>(changed(survey.number));
    identity::record(
        db_, actor, clock_,
        {std::string{"surveys.survey."} + action, survey.number, survey.title, digest_of(before), digest_of(survey)});
    transaction.commit();
    return {};
}

base::Result<Survey> Surveys::record(const base::Actor& actor, Survey survey)
{
    TRY(require_permission(actor, "surveys.edit"));
    TRY(check(survey));
    survey.state = State::draft;
    survey.source = Source::cards;
    sql::Transaction transaction{db_};
    lock_numbers(db_, actor.org);
    survey = SurveyStore{db_, actor.org}.add(std::move(survey), clock_.today().year());
    identity::record(db_, actor, clock_,
                     {"surveys.survey.record", survey.number, survey.title, std::nullopt, digest_of(survey)});
    transaction.commit();
    return survey;
}

base::Result<void> Surveys::change(const base::Actor& actor, Survey survey)
{
    TRY_ASSIGN(const Survey before, to_change(actor, survey.number, survey.version));
    TRY(opened(before));  // a draft
    TRY(check(survey));
    survey.source = before.source;
    return put(actor, before, survey, "change");
}

base::Result<void> Surveys::open(const base::Actor& actor, const std::string& number, std::int64_t version)
{
    TRY_ASSIGN(const Survey before, to_change(actor, number, version));
    TRY_ASSIGN(const Survey survey, opened(before));
    return put(actor, before, survey, "open");
}

base::Result<void> Surveys::close(const base::Actor& actor, const std::string& number, std::int64_t version)
{
    TRY_ASSIGN(const Survey before, to_change(actor, number, version));
    TRY_ASSIGN(const Survey survey, closed(before));
    return put(actor, before, survey, "close");
}

base::Result<std::vector<std::string>> Surveys::issue(const base::Actor& actor, const std::string& number,
                                                      std::int64_t version, std::int64_t count)
{
    constexpr std::size_t bytes_of_card = 16;
    TRY_ASSIGN(const Survey before, to_change(actor, number, version));
    TRY(closed(before));  // open
    if (count < 1 || count > most_cards)
        return fail(ErrorKind::invalid, "surveys.card.count_out_of_range", {{"most", std::to_string(most_cards)}});
    std::vector<std::string> tokens;
    std::vector<std::string> hashes;
    for (std::int64_t made = 0; made < count; ++made) {
        tokens.push_back(actor.org.text() + "." + base::random_hex(bytes_of_card));
        hashes.push_back(base::sm3(tokens.back()));
    }
    Survey survey = before;
    survey.issued += count;
    sql::Transaction transaction{db_};
    TRY(put(actor, before, survey, "issue"));
    AnswerStore{db_, actor.org}.add_cards(number, std::move(hashes));
    transaction.commit();
    return tokens;
}

std::vector<Action> Surveys::actions(const base::OrgId& org, const ActionQuery& query) const
{
    return SurveyStore{db_, org}.actions(query);
}

base::Result<Action> Surveys::action(const base::OrgId& org, const std::string& number) const
{
    auto found = SurveyStore{db_, org}.action(number);
    if (!found) return fail(ErrorKind::not_found, "surveys.action.unknown", {{"number", number}});
    return *std::move(found);
}

base::Result<void> Surveys::finish(const base::Actor& actor, const std::string& number, std::int64_t version,
                                   const std::string& result, base::Date on)
{
    TRY(require_permission(actor, "surveys.follow_up"));
    TRY_ASSIGN(const Action before, action(actor.org, number));
    const base::ErrorArgs which{{"number", number}};
    if (before.version != version) return fail(ErrorKind::conflict, "surveys.action.changed", which);
    TRY_ASSIGN(const Action after, done(before, result, actor.name, on, clock_.today()));
    sql::Transaction transaction{db_};
    if (!SurveyStore{db_, actor.org}.change(after)) return fail(ErrorKind::conflict, "surveys.action.changed", which);
    identity::record(db_, actor, clock_, {"surveys.action.done", number, result, digest_of(before), digest_of(after)});
    transaction.commit();
    return {};
}

}  // namespace surveys
