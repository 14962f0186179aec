// SPDX-License-Identifier: Apache-2.0
#include "surveys/store/answer_store.h"

#include <algorithm>

namespace surveys {

namespace {

constexpr std::string_view of_main_question = R"(
      FROM surveys_answer a
      JOIN surveys_question q ON q.org_id = a.org_id AND q.survey = a.survey AND q.is_main = 1
      JOIN surveys_value v ON v.org_id = a.org_id AND v.answer_id = a.answer_id AND v.question = q.code
     WHERE a.org_id = :org_id)";

Answer answer_of(const sql::Row& row)
{
    return {row.text("answer_id"), row.text("survey"), row.date("day"), row.text("row_number"), {}};
}

}  // namespace

void AnswerStore::add_cards(const std::string& survey, std::vector<std::string> hashes)
{
    // In the order of the digests: the sheet of cards has another one, and it stays on the paper.
    std::sort(hashes.begin(), hashes.end());
    sql::BulkInsert insert{db_, "surveys_token", {"org_id", "hash", "survey"}};
    for (const std::string& hash : hashes) insert.add({org_, hash, survey});
    insert.finish();
}

std::optional<std::string> AnswerStore::survey_of_card(const std::string& hash) const
{
    constexpr std::string_view select = R"(
        SELECT survey FROM surveys_token WHERE org_id = :org_id AND hash = :hash)";
    const auto rows = db_.query(select, {{"org_id", org_}, {"hash", hash}});
    if (rows.empty()) return std::nullopt;
    return rows.front().text("survey");
}

bool AnswerStore::use_card(const std::string& hash)
{
    constexpr std::string_view remove = "DELETE FROM surveys_token WHERE org_id = :org_id AND hash = :hash";
    return db_.execute(remove, {{"org_id", org_}, {"hash", hash}}) == 1;
}

Balance AnswerStore::balance(const std::string& survey) const
{
    // One statement sees one state, whoever else answers meanwhile.
    constexpr std::string_view select = R"(
        SELECT s.issued,
               (SELECT COUNT(*) FROM surveys_token t WHERE t.org_id = s.org_id AND t.survey = s.number) AS unused,
               (SELECT COUNT(*) FROM surveys_answer a WHERE a.org_id = s.org_id AND a.survey = s.number) AS answers
          FROM surveys_survey s
         WHERE s.org_id = :org_id AND s.number = :survey)";
    const auto row = db_.query(select, {{"org_id", org_}, {"survey", survey}}).front();
    return {row.integer("issued"), row.integer("unused"), row.integer("answers")};
}

std::map<std::string, std::int64_t> AnswerStore::cards_left() const
{
    constexpr std::string_view select = R"(
        SELECT survey, COUNT(*) AS cards FROM surveys_token WHERE org_id = :org_id GROUP BY survey)";
    std::map<std::string, std::int64_t> found;
    for (const auto& row : db_.query(select, {{"org_id", org_}})) found[row.text("survey")] = row.integer("cards");
    return found;
}

void AnswerStore::put_values(const Answer& answer)
{
    constexpr std::string_view put = R"(
        INSERT INTO surveys_value (org_id, answer_id, question, value)
        VALUES (:org_id, :answer_id, :question, :value)
        ON CONFLICT (org_id, answer_id, question) DO UPDATE SET value = excluded.value)";
    for (const auto& [question, value] : answer.values)
        db_.execute(put, {{"org_id", org_}, {"answer_id", answer.id}, {"question", question}, {"value", value}});
}

void AnswerStore::add(const Answer& answer)
{
    constexpr std::string_view insert = R"(
        INSERT INTO surveys_answer (org_id, answer_id, survey, day, row_number)
        VALUES (:org_id, :answer_id, :survey, :day, :row_number))";
    db_.execute(insert, {{"org_id", org_},
                         {"answer_id", answer.id},
                         {"survey", answer.survey},
                         {"day", answer.day},
                         {"row_number", answer.row_number}});
    put_values(answer);
}

void AnswerStore::change(const Answer& answer)
{
    constexpr std::string_view update = R"(
        UPDATE surveys_answer SET survey = :survey, day = :day WHERE org_id = :org_id AND answer_id = :answer_id)";
    db_.execute(update, {{"org_id", org_}, {"answer_id", answer.id}, {"survey", answer.survey}, {"day", answer.day}});
    put_values(answer);
}

std::optional<Answer> AnswerStore::find(const std::string& id) const
{
    constexpr std::string_view select = R"(
        SELECT answer_id, survey, day, row_number FROM surveys_answer
         WHERE org_id = :org_id AND answer_id = :answer_id)";
    constexpr std::string_view select_values = R"(
        SELECT question, value FROM surveys_value WHERE org_id = :org_id AND answer_id = :answer_id)";
    const sql::Parameters which{{"org_id", org_}, {"answer_id", id}};
    const auto rows = db_.query(select, which);
    if (rows.empty()) return std::nullopt;
    Answer answer = answer_of(rows.front());
    for (const auto& row : db_.query(select_values, which)) answer.values[row.text("question")] = row.text("value");
    return answer;
}

std::vector<Answer> AnswerStore::imported() const
{
    std::vector<Answer> found = main_answers();
    std::erase_if(found, [](const Answer& one) { return one.row_number.empty(); });
    return found;
}

std::map<std::string, std::int64_t> AnswerStore::counts() const
{
    constexpr std::string_view select = R"(
        SELECT survey, COUNT(*) AS answers FROM surveys_answer WHERE org_id = :org_id GROUP BY survey)";
    std::map<std::string, std::int64_t> found;
    for (const auto& row : db_.query(select, {{"org_id", org_}})) found[row.text("survey")] = row.integer("answers");
    return found;
}

std::vector<ValueCount> AnswerStore::values(const std::string& survey) const
{
    constexpr std::string_view select = R"(
        SELECT v.question, v.value, COUNT(*) AS times
          FROM surveys_answer a
          JOIN surveys_value v ON v.org_id = a.org_id AND v.answer_id = a.answer_id
         WHERE a.org_id = :org_id AND a.survey = :survey
         GROUP BY v.question, v.value
         ORDER BY v.question, v.value)";
    std::vector<ValueCount> found;
    for (const auto& row : db_.query(select, {{"org_id", org_}, {"survey", survey}}))
        found.push_back({row.text("question"), row.text("value"), row.integer("times")});
    return found;
}

std::map<std::string, std::map<base::Date, Tally>> AnswerStore::main_tallies() const
{
    const std::string select = "SELECT a.survey, a.day, v.value, COUNT(*) AS times" + std::string{of_main_question} +
                               " GROUP BY a.survey, a.day, v.value";
    std::map<std::string, std::map<base::Date, Tally>> found;
    for (const auto& row : db_.query(select, {{"org_id", org_}}))
        found[row.text("survey")][row.date("day")].add(base::of_word(ratings, row.text("value")).value(),
                                                       row.integer("times"));
    return found;
}

std::vector<Answer> AnswerStore::main_answers() const
{
    const std::string select = "SELECT a.answer_id, a.survey, a.day, a.row_number, q.code, v.value" +
                               std::string{of_main_question} + " ORDER BY a.day, a.row_number, a.answer_id";
    std::vector<Answer> found;
    for (const auto& row : db_.query(select, {{"org_id", org_}})) {
        found.push_back(answer_of(row));
        found.back().values[row.text("code")] = row.text("value");
    }
    return found;
}

}  // namespace surveys
