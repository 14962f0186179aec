// SPDX-License-Identifier: Apache-2.0
#include "surveys/import.h"

#include <unistd.h>

#include <fstream>

#include <gtest/gtest.h>

#include "identity/identity.h"
#include "sql/tests/each_engine.h"
#include "surveys/surveys.h"
#include "surveys/tests/reading.h"

namespace surveys {
namespace {

// On each engine, on 2026-01-05 at nine.
class SurveysImportTest : public sql::EachEngine {
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
    }
    void TearDown() override
    {
        std::filesystem::remove(file);
        EachEngine::TearDown();
    }

    base::Result<ImportOutcome> imported(const std::string& rows, std::optional<std::int64_t> asked = {},
                                         ledgers::ImportMode mode = ledgers::ImportMode::store)
    {
        std::ofstream{file, std::ios::binary} << "问卷编号,调查对象,日期,评价\n" << rows;
        return surveys().import(officer, {{file, mode}, asked});
    }
    std::string problems(const std::string& rows)
    {
        const auto outcome = imported(rows);
        std::string text;
        for (const auto& problem : outcome->problems) text += problem.place + " " + problem.error.code + ";";
        EXPECT_FALSE(outcome->is_stored);
        return text;
    }
    Surveys surveys() { return {*db, clock}; }

    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("surveys_" + std::to_string(::getpid()) + ".csv");
    base::FixedClock clock{1'767'574'800'000};
    base::Actor officer{base::OrgId{}, "officer", "test", {}, true};
};

TEST_P(SurveysImportTest, AnswersOfAYearAndAudienceAreOneClosedSurvey)
{
    const std::string rows =
        "D1,甲,2025/03/01,满意\nD2,甲,2025-04-01,不满意\nD3,乙,2025-03-01,基本满意\nD4,甲,2026-01-02,不满意\n";
    EXPECT_FALSE(imported(rows, {}, ledgers::ImportMode::dry_run)->is_stored);
    EXPECT_TRUE(surveys().list(officer.org, {}).empty());
    const auto first = imported(rows);
    ASSERT_EQ(code_of(first), "");
    EXPECT_EQ(first->stored_rows(), 4);
    const auto found = surveys().list(officer.org, {{}, "甲", ""});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[1].survey.state, State::closed);
    EXPECT_EQ(found[1].n, 2);
    EXPECT_EQ(found[1].main.share()->to_string(), "50.00");
    EXPECT_FALSE(found[1].survey.asked());
    EXPECT_EQ(found[1].survey.until, day("2025-04-01"));
    // Only what was low this year is work of today.
    EXPECT_EQ(surveys().actions(officer.org, {}).size(), 1U);
}

TEST_P(SurveysImportTest, AnActionIsOfTheYearOfItsAnswer)
{
    ASSERT_TRUE(imported("D1,甲,2025-12-31,不满意\nD2,甲,2026-01-01,不满意\nD3,甲,2026-01-02,满意\n")->is_stored);
    const auto first = surveys().actions(officer.org, {});
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first[0].number, "ZG2026-001");
    EXPECT_EQ(first[0].day, day("2026-01-01"));
    // What a correction makes low this year is work, once; what it says of another day of it is known.
    ASSERT_TRUE(imported("D1,甲,2025-12-30,不满意\nD2,甲,2026-01-03,不满意\nD3,甲,2026-01-02,不满意\n")->is_stored);
    const auto second = surveys().actions(officer.org, {});
    ASSERT_EQ(second.size(), 2U);
    EXPECT_EQ(second[0].day, day("2026-01-02"));
    ASSERT_TRUE(imported("D1,甲,2026-01-04,不满意\n")->is_stored);  // its year was mistyped
    EXPECT_EQ(surveys().actions(officer.org, {}).size(), 3U);
}

TEST_P(SurveysImportTest, AgainIsUnchangedAndACorrectionChangesOneRow)
{
    ASSERT_TRUE(imported("D1,甲,2025-03-01,满意\nD2,甲,2025-04-01,满意\n")->is_stored);
    EXPECT_EQ(imported("D1,甲,2025-03-01,满意\nD2,甲,2025-04-01,满意\n")->stored_rows(), 0);
    const auto again = imported("D1,甲,2025-03-01,满意\nD2,甲,2025-04-01,不满意\n");
    EXPECT_EQ(again->stored_rows(), 1);
    ASSERT_EQ(again->changed.size(), 1U);
    EXPECT_EQ(surveys().list(officer.org, {})[0].main.share()->to_string(), "50.00");
}

TEST_P(SurveysImportTest, HowManyWereAskedIsSaidForEachAudience)
{
    EXPECT_EQ(code_of(imported("D1,甲,2025-03-01,满意\nD2,甲,2025-04-01,满意\n", 1)), "surveys.import.asked_too_few");
    EXPECT_TRUE(surveys().list(officer.org, {}).empty());
    ASSERT_TRUE(imported("D1,甲,2025-03-01,满意\nD2,甲,2025-04-01,满意\n", 2)->is_stored);
    EXPECT_EQ(surveys().list(officer.org, {})[0].survey.asked(), 2);
    ASSERT_TRUE(imported("D1,甲,2025-03-01,满意\nD2,甲,2025-04-01,满意\n", 4)->is_stored);
    EXPECT_EQ(surveys().list(officer.org, {})[0].survey.asked(), 4);
}

TEST_P(SurveysImportTest, AnswersThatComeLaterAreNotMoreThanWereAsked)
{
    ASSERT_TRUE(imported("D1,甲,2025-03-01,满意\n", 2)->is_stored);
    ASSERT_TRUE(imported("D2,甲,2025-04-01,满意\n")->is_stored);
    EXPECT_EQ(code_of(imported("D3,甲,2025-05-01,满意\n")), "surveys.import.asked_too_few");
    EXPECT_EQ(code_of(imported("D3,甲,2025-05-01,满意\n", {}, ledgers::ImportMode::dry_run)),
              "surveys.import.asked_too_few");
    EXPECT_EQ(surveys().list(officer.org, {})[0].n, 2);
    EXPECT_TRUE(imported("D3,甲,2025-05-01,满意\n", 3)->is_stored);
    EXPECT_TRUE(imported("D4,甲,2024-05-01,满意\n")->is_stored);  // of another year nobody said how many
}

TEST_P(SurveysImportTest, RecordsSayHowManyWereAskedWhereItIsKnown)
{
    ASSERT_TRUE(imported("D1,甲,2025-03-01,满意\n", 2)->is_stored);
    ASSERT_TRUE(imported("D2,乙,2025-04-01,满意\n")->is_stored);
    const base::Records records = surveys().records(officer.org, "答卷").value();
    ASSERT_EQ(records.asked.size(), 2U);
    EXPECT_EQ(records.asked[0].count, 2);
    EXPECT_FALSE(records.asked[1].count);
    EXPECT_EQ(records.asked[0].from, day("2025-03-01"));
    // Its answers are found by what the group column says.
    EXPECT_EQ(records.asked[0].alike.cells.at(*records.group_column), records.rows[0].cells.at(*records.group_column));
    EXPECT_EQ(records.asked[0].alike.cells.size(), records.columns.size());
}

TEST_P(SurveysImportTest, MistakesAreNamedAtTheirCellsAndNothingIsKept)
{
    const std::string name = file.filename().string();
    EXPECT_NE(problems("D1,甲,2026-01-06,满意\n").find("C2 surveys.import.in_future"), std::string::npos);
    EXPECT_NE(problems("D1,甲,2025-01-06,好\n").find("D2 "), std::string::npos);
    EXPECT_NE(problems("D1,,2025-01-06,满意\n").find("B2 "), std::string::npos);
    EXPECT_TRUE(surveys().list(officer.org, {}).empty());
}

MINGJI_EACH_ENGINE(SurveysImportTest);

}  // namespace
}  // namespace surveys
