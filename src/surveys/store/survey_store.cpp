// SPDX-License-Identifier: Apache-2.0
#include "surveys/store/survey_store.h"

#include "sql/where.h"

namespace surveys {

namespace {

constexpr std::string_view select_surveys = R"(
    SELECT number, title, audience, subject, from_day, until_day, state, source, issued, asked, version
      FROM surveys_survey
     WHERE org_id = :org_id)";
constexpr std::string_view select_actions = R"(
    SELECT a.number, a.survey, a.question, a.day, a.comment, a.state, a.result, a.done_by, a.done_on, a.version,
           s.title, s.subject, q.text
      FROM surveys_action a
      JOIN surveys_survey s ON s.org_id = a.org_id AND s.number = a.survey
      JOIN surveys_question q ON q.org_id = a.org_id AND q.survey = a.survey AND q.code = a.question
     WHERE a.org_id = :org_id)";

template <class E, std::size_t N>
std::string word_of(const std::array<base::Named<E>, N>& all, E value)
{
    return std::string{base::named(all, value).word};
}

std::string numbered(const char* letters, int year, std::int64_t serial)
{
    constexpr std::size_t digits_of_serial = 3;
    std::string digits = std::to_string(serial);
    if (digits.size() < digits_of_serial) digits.insert(0, digits_of_serial - digits.size(), '0');
    return letters + std::to_string(year) + "-" + digits;
}

Survey survey_of(const sql::Row& row)
{
    Survey survey;
    survey.number = row.text("number");
    survey.title = row.text("title");
    survey.audience = row.text("audience");
    survey.subject = row.text("subject");
    survey.from = row.date("from_day");
    survey.until = row.date("until_day");
    survey.state = base::of_word(states, row.text("state")).value();
    survey.source = base::of_word(sources, row.text("source")).value();
    survey.issued = row.integer("issued");
    survey.stated = row.integer_if("asked");
    survey.version = row.integer("version");
    return survey;
}

Action action_of(const sql::Row& row)
{
    Action action;
    action.number = row.text("number");
    action.survey = row.text("survey");
    action.survey_title = row.text("title");
    action.subject = row.text("subject");
    action.question = row.text("question");
    action.question_text = row.text("text");
    action.day = row.date("day");
    action.comment = row.text("comment");
    action.state = base::of_word(action_states, row.text("state")).value();
    action.result = row.text("result");
    action.done_by = row.text("done_by");
    action.done_on = row.date_if("done_on");
    action.version = row.integer("version");
    return action;
}

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

std::string in_lines(const std::vector<std::string>& options)
{
    std::string text;
    for (const std::string& option : options) text += (text.empty() ? "" : "\n") + option;
    return text;
}

}  // namespace

std::vector<Survey> SurveyStore::read(const std::string& text, const sql::Parameters& parameters) const
{
    constexpr std::string_view select = R"(
        SELECT survey, code, text, kind, options, is_main FROM surveys_question WHERE org_id = :org_id
         ORDER BY survey, place)";
    constexpr std::string_view select_of_one = R"(
        SELECT survey, code, text, kind, options, is_main FROM surveys_question
         WHERE org_id = :org_id AND survey = :survey
         ORDER BY place)";
    std::vector<Survey> found;
    db_.each(text, parameters, [&](const sql::Row& row) { found.push_back(survey_of(row)); });
    if (found.empty()) return found;
    const bool is_one = found.size() == 1;
    sql::Parameters which{{"org_id", org_}};
    if (is_one) which.emplace_back("survey", found.front().number);
    std::map<std::string, std::vector<Question>> questions;
    for (const auto& row : db_.query(is_one ? select_of_one : select, which))
        questions[row.text("survey")].push_back({row.text("code"), row.text("text"),
                                                 base::of_word(kinds, row.text("kind")).value(),
                                                 lines_of(row.text("options")), row.integer("is_main") == 1});
    for (Survey& survey : found) survey.questions = std::move(questions[survey.number]);
    return found;
}

std::vector<Survey> SurveyStore::list(const SurveyQuery& query) const
{
    sql::Where where{select_surveys, {{"org_id", org_}}};
    where.with_if(!query.subject.empty(), "subject = :subject", {{"subject", query.subject}})
        .with_if(!query.audience.empty(), "audience = :audience", {{"audience", query.audience}});
    if (query.state) where.with("state = :state", {{"state", word_of(states, *query.state)}});
    return read(where.text(" ORDER BY year DESC, serial DESC"), where.parameters());
}

std::optional<Survey> SurveyStore::find(const std::string& number) const
{
    auto found = read(std::string{select_surveys} + " AND number = :number", {{"org_id", org_}, {"number", number}});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::int64_t SurveyStore::next_serial(std::string_view select, int year) const
{
    return db_.query(select, {{"org_id", org_}, {"year", year}}).front().integer("last") + 1;
}

sql::Parameters SurveyStore::parameters_of(const Survey& survey) const
{
    return {{"org_id", org_},
            {"number", survey.number},
            {"title", survey.title},
            {"audience", survey.audience},
            {"subject", survey.subject},
            {"from_day", survey.from},
            {"until_day", survey.until},
            {"state", word_of(states, survey.state)},
            {"issued", survey.issued},
            {"asked", survey.stated},
            {"version", survey.version}};
}

Survey SurveyStore::add(Survey survey, int year)
{
    constexpr std::string_view last = R"(
        SELECT COALESCE(MAX(serial), 0) AS last FROM surveys_survey WHERE org_id = :org_id AND year = :year)";
    constexpr std::string_view insert = R"(
        INSERT INTO surveys_survey (org_id, number, year, serial, title, audience, subject, from_day, until_day, state,
                                    source, issued, asked, version)
        VALUES (:org_id, :number, :year, :serial, :title, :audience, :subject, :from_day, :until_day, :state,
                :source, :issued, :asked, :version))";
    const std::int64_t serial = next_serial(last, year);
    survey.number = numbered("WJ", year, serial);
    survey.version = 1;
    sql::Parameters parameters = parameters_of(survey);
    parameters.insert(parameters.end(),
                      {{"year", year}, {"serial", serial}, {"source", word_of(sources, survey.source)}});
    db_.execute(insert, parameters);
    put_questions(survey);
    return survey;
}

bool SurveyStore::change(const Survey& survey)
{
    constexpr std::string_view update = R"(
        UPDATE surveys_survey
           SET title = :title, audience = :audience, subject = :subject, from_day = :from_day, until_day = :until_day,
               state = :state, issued = :issued, asked = :asked, version = version + 1
         WHERE org_id = :org_id AND number = :number AND version = :version)";
    return db_.execute(update, parameters_of(survey)) == 1;
}

bool SurveyStore::rewrite(const Survey& survey)
{
    constexpr std::string_view remove = R"(
        DELETE FROM surveys_question WHERE org_id = :org_id AND survey = :survey)";
    if (!change(survey)) return false;
    db_.execute(remove, {{"org_id", org_}, {"survey", survey.number}});
    put_questions(survey);
    return true;
}

void SurveyStore::put_questions(const Survey& survey)
{
    constexpr std::string_view insert = R"(
        INSERT INTO surveys_question (org_id, survey, place, code, text, kind, options, is_main)
        VALUES (:org_id, :survey, :place, :code, :text, :kind, :options, :is_main))";
    std::int64_t place = 0;
    for (const Question& one : survey.questions)
        db_.execute(insert, {{"org_id", org_},
                             {"survey", survey.number},
                             {"place", ++place},
                             {"code", one.code},
                             {"text", one.text},
                             {"kind", word_of(kinds, one.kind)},
                             {"options", in_lines(one.options)},
                             {"is_main", one.is_main ? 1 : 0}});
}

std::vector<Action> SurveyStore::actions(const ActionQuery& query) const
{
    sql::Where where{select_actions, {{"org_id", org_}}};
    where.with_if(!query.survey.empty(), "a.survey = :survey", {{"survey", query.survey}});
    if (query.state) where.with("a.state = :state", {{"state", word_of(action_states, *query.state)}});
    std::vector<Action> found;
    for (const auto& row : db_.query(where.text(" ORDER BY a.year DESC, a.serial DESC"), where.parameters()))
        found.push_back(action_of(row));
    return found;
}

std::optional<Action> SurveyStore::action(const std::string& number) const
{
    const auto rows =
        db_.query(std::string{select_actions} + " AND a.number = :number", {{"org_id", org_}, {"number", number}});
    if (rows.empty()) return std::nullopt;
    return action_of(rows.front());
}

Action SurveyStore::add(Action action)
{
    constexpr std::string_view last = R"(
        SELECT COALESCE(MAX(serial), 0) AS last FROM surveys_action WHERE org_id = :org_id AND year = :year)";
    constexpr std::string_view insert = R"(
        INSERT INTO surveys_action (org_id, number, year, serial, survey, question, day, comment, state, result, done_by,
                                    version)
        VALUES (:org_id, :number, :year, :serial, :survey, :question, :day, :comment, 'open', '', '', 1))";
    const std::int64_t serial = next_serial(last, action.day.year());
    action.number = numbered("ZG", action.day.year(), serial);
    action.version = 1;
    db_.execute(insert, {{"org_id", org_},
                         {"number", action.number},
                         {"year", action.day.year()},
                         {"serial", serial},
                         {"survey", action.survey},
                         {"question", action.question},
                         {"day", action.day},
                         {"comment", action.comment}});
    return action;
}

bool SurveyStore::change(const Action& action)
{
    constexpr std::string_view update = R"(
        UPDATE surveys_action
           SET state = :state, result = :result, done_by = :done_by, done_on = :done_on, version = version + 1
         WHERE org_id = :org_id AND number = :number AND version = :version)";
    return db_.execute(update, {{"org_id", org_},
                                {"number", action.number},
                                {"state", word_of(action_states, action.state)},
                                {"result", action.result},
                                {"done_by", action.done_by},
                                {"done_on", action.done_on},
                                {"version", action.version}}) == 1;
}

}  // namespace surveys
