// SPDX-License-Identifier: Apache-2.0
#include "surveys/surveys.h"

#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "identity/identity.h"
#include "sql/tests/each_engine.h"
#include "surveys/store/answer_store.h"
#include "surveys/tests/reading.h"

namespace surveys {
namespace {

// An open survey WJ2026-001 with three cards, on each engine, on Monday 2026-01-05 at nine.
class SurveysTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), migrations()};
    }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        officer.org = identity::Organisations{*db, clock}.create(officer, {{}, "示例中心", "420112", "示例区"})->id;
        reader.org = officer.org;
        ASSERT_EQ(surveys().record(officer, sample())->number, number);
        ASSERT_EQ(code_of(surveys().open(officer, number, 1)), "");
        auto issued = surveys().issue(officer, number, 2, 3);
        ASSERT_EQ(code_of(issued), "");
        cards = *issued;
    }

    Surveys surveys() { return {*db, clock}; }
    std::string answered(const std::string& card, char id, const char* rating = "satisfied")
    {
        return code_of(answer_by_card(*db, clock, {card, std::string(32, id), {{"Q1", rating}, {"Q3", "示例意见"}}}));
    }
    Balance balance() { return AnswerStore{*db, officer.org}.balance(number); }
    std::int64_t count(const char* table)
    {
        return db->query(std::string{"SELECT COUNT(*) AS n FROM "} + table).front().integer("n");
    }

    const std::string number = "WJ2026-001";
    std::vector<std::string> cards;
    base::FixedClock clock{1'767'574'800'000};
    base::Actor officer{base::OrgId{}, "officer", "test", {}, true};
    base::Actor reader{base::OrgId{}, "reader", "test", {"surveys.read"}, false};
};

TEST_P(SurveysTest, ACardAnswersOnceAndAnAnswerSentAgainIsOne)
{
    EXPECT_EQ(asked_by(*db, cards[0])->number, number);
    EXPECT_EQ(answered(cards[0], 'a'), "");
    EXPECT_EQ(answered(cards[0], 'a'), "");
    EXPECT_EQ(answered(cards[0], 'a', "mostly"), "surveys.answer.id_taken");
    EXPECT_EQ(answered(cards[0], 'b'), "surveys.card.used_or_unknown");
    EXPECT_EQ(code_of(asked_by(*db, cards[0])), "surveys.card.used_or_unknown");
    EXPECT_EQ(answered("x", 'b'), "surveys.card.used_or_unknown");
    EXPECT_EQ(code_of(answer_by_card(*db, clock, {cards[1], "x", {{"Q1", "mostly"}}})), "surveys.answer.id_malformed");
    EXPECT_EQ(answered(cards[1], 'c', "good"), "surveys.answer.value_unknown");
    EXPECT_EQ(balance().left, 2);
    EXPECT_EQ(balance().answers, 1);
    EXPECT_TRUE(balance().is_even());
}

// Only a server has several connections to one database; on SQLite one transaction writes at a time.
TEST_P(SurveysTest, OfManyPhonesWithOneCardOneIsCounted)
{
    if (!many_connections()) return;
    constexpr int phones = 8;
    std::atomic<int> counted{0};
    std::atomic<int> refused{0};
    std::vector<std::thread> threads;
    for (int phone = 0; phone < phones; ++phone)
        threads.emplace_back([&, phone] {
            const auto own = open();
            const std::string id(32, static_cast<char>('0' + phone));
            const std::string code = code_of(answer_by_card(*own, clock, {cards[0], id, {{"Q1", "dissatisfied"}}}));
            if (code.empty()) ++counted;
            if (code == "surveys.card.used_or_unknown") ++refused;
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(counted, 1);
    EXPECT_EQ(refused, phones - 1);
    EXPECT_TRUE(balance().is_even());
    EXPECT_EQ(surveys().actions(officer.org, {}).size(), 1U);
}

// The receipt got lost and the phone sends again while the first sending is still on its way.
TEST_P(SurveysTest, OneAnswerSentManyTimesAtOnceIsCountedOnceAndRefusedNever)
{
    if (!many_connections()) return;
    std::atomic<int> accepted{0};
    std::vector<std::thread> threads;
    for (int time = 0; time < 6; ++time)
        threads.emplace_back([&] {
            const auto own = open();
            if (answer_by_card(*own, clock, {cards[0], std::string(32, 'a'), {{"Q1", "mostly"}}})) ++accepted;
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(accepted, 6);
    EXPECT_EQ(balance().answers, 1);
}

TEST_P(SurveysTest, AnAnswerLeavesNothingThatTellsWhoOrWhen)
{
    const std::int64_t audited = count("identity_audit");
    EXPECT_EQ(answered(cards[0], 'a', "dissatisfied"), "");
    EXPECT_EQ(count("identity_audit"), audited);
    const auto row = db->query("SELECT * FROM surveys_answer").front();
    EXPECT_EQ(row.text("day"), "2026-01-05");
    EXPECT_EQ(row.text("row_number"), "");
    // Of the card nothing is left, and of those that are left only digests.
    for (const auto& token : db->query("SELECT hash FROM surveys_token"))
        for (const std::string& card : cards) EXPECT_EQ(token.text("hash").find(card.substr(37)), std::string::npos);
    EXPECT_EQ(count("surveys_token"), 2);
}

TEST_P(SurveysTest, WhatPeopleAnsweredStays)
{
    ASSERT_EQ(answered(cards[0], 'a', "dissatisfied"), "");
    for (const char* const statement :
         {"UPDATE surveys_answer SET day = '2026-01-01'", "DELETE FROM surveys_value", "DELETE FROM surveys_answer",
          "UPDATE surveys_value SET value = 'satisfied'", "UPDATE surveys_question SET text = 'x'",
          "DELETE FROM surveys_question", "DELETE FROM surveys_action", "UPDATE surveys_token SET hash = hash"})
        EXPECT_THROW(db->script(statement), sql::SqlError) << statement;
}

TEST_P(SurveysTest, ALowAnswerOpensAnActionThatIsDoneOnce)
{
    ASSERT_EQ(answered(cards[0], 'a', "mostly"), "");
    EXPECT_TRUE(surveys().actions(officer.org, {}).empty());
    ASSERT_EQ(answered(cards[1], 'b', "dissatisfied"), "");
    const auto actions = surveys().actions(officer.org, {ActionState::open, number});
    ASSERT_EQ(actions.size(), 1U);
    EXPECT_EQ(actions[0].number, "ZG2026-001");
    EXPECT_EQ(actions[0].comment, "示例意见");
    EXPECT_EQ(code_of(surveys().finish(reader, "ZG2026-001", 1, "x", clock.today())), "surveys.actor.not_permitted");
    EXPECT_EQ(code_of(surveys().finish(officer, "ZG2026-001", 2, "x", clock.today())), "surveys.action.changed");
    const std::int64_t audited = count("identity_audit");
    EXPECT_EQ(code_of(surveys().finish(officer, "ZG2026-001", 1, "x", clock.today())), "");
    EXPECT_EQ(count("identity_audit"), audited + 1);
    EXPECT_EQ(surveys().action(officer.org, "ZG2026-001")->done_by, "officer");
}

TEST_P(SurveysTest, CardsEndWithTheirSurvey)
{
    EXPECT_EQ(code_of(surveys().close(reader, number, 3)), "surveys.actor.not_permitted");
    EXPECT_EQ(code_of(surveys().close(officer, number, 2)), "surveys.survey.changed");
    ASSERT_EQ(code_of(surveys().close(officer, number, 3)), "");
    EXPECT_EQ(answered(cards[0], 'a'), "surveys.card.closed");
    EXPECT_EQ(code_of(surveys().issue(officer, number, 4, 1)), "surveys.survey.wrong_state");
    EXPECT_EQ(balance().left, 3);
}

TEST_P(SurveysTest, QuestionsChangeInADraftAlone)
{
    ASSERT_EQ(surveys().record(officer, sample())->number, "WJ2026-002");
    Survey survey = sample();
    survey.number = "WJ2026-002";
    survey.questions.pop_back();
    EXPECT_EQ(code_of(surveys().issue(officer, survey.number, 1, 1)), "surveys.survey.wrong_state");
    ASSERT_EQ(code_of(surveys().change(officer, survey)), "");
    EXPECT_EQ(surveys().find(officer.org, survey.number)->survey.questions.size(), 2U);
    survey.number = number;
    survey.version = 3;
    EXPECT_EQ(code_of(surveys().change(officer, survey)), "surveys.survey.wrong_state");
    EXPECT_EQ(code_of(surveys().issue(officer, number, 3, 0)), "surveys.card.count_out_of_range");
    EXPECT_EQ(code_of(surveys().issue(officer, number, 3, most_cards + 1)), "surveys.card.count_out_of_range");
}

TEST_P(SurveysTest, RecordsAreTheAnswersToMainQuestions)
{
    EXPECT_EQ(code_of(surveys().records(officer.org, "答卷")), "surveys.records.nothing_recorded");
    EXPECT_EQ(code_of(surveys().records(officer.org, "x")), "surveys.records.unknown_collection");
    ASSERT_EQ(answered(cards[0], 'a', "mostly"), "");
    const base::Records records = surveys().records(officer.org, "答卷").value();
    ASSERT_EQ(records.rows.size(), 1U);
    EXPECT_EQ(base::to_string(records.rows[0].cells[records.column("评价").value()]), "基本满意");
    EXPECT_EQ(base::to_string(records.rows[0].cells[records.column("日期").value()]), "2026-01-05");
    ASSERT_EQ(records.asked.size(), 1U);
    EXPECT_EQ(records.asked[0].count, 3);  // cards
}

MINGJI_EACH_ENGINE(SurveysTest);

}  // namespace
}  // namespace surveys
