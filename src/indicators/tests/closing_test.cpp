// SPDX-License-Identifier: Apache-2.0
// A closed year: what it promised stays, what is entered for it later comes with a correction.
#include "closing/closing.h"
#include "indicators/tests/sample_office.h"

namespace indicators {

using closing::Span;

class ClosedYear : public SampleOffice {
protected:
    void SetUp() override
    {
        SampleOffice::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        ASSERT_TRUE(facade().import_targets(actor, {2024}, SampleYear::import())->stored);
        ASSERT_TRUE(closing::Closings(*db, clock).close(actor, {2024, 0}, 0, contents()));
    }

    closing::ContentOf contents()
    {
        return [this](const Span& span) -> base::Result<std::vector<closing::Content>> {
            if (!span.is_year()) return std::vector<closing::Content>{};
            return facade().contents(actor.org, {span.year});
        };
    }
    // What no correction explains, by kind.
    std::string unexplained()
    {
        std::string said;
        const auto found = closing::Closings(*db, clock).verify(actor.org, {2024}, contents()).value();
        for (const auto& one : found) said += (said.empty() ? "" : " ") + one.then.kind;
        return said;
    }
    // As somebody would who rules the database.
    void past_the_triggers(const std::string& statement)
    {
        const bool on_postgres = std::string{GetParam()} == "postgres";
        const std::string names = on_postgres
                                      ? "SELECT trigger_name AS name, event_object_table AS tbl FROM "
                                        "information_schema.triggers WHERE trigger_schema = current_schema() AND "
                                        "event_object_table LIKE 'indicators%'"
                                      : "SELECT name, tbl_name AS tbl FROM sqlite_schema WHERE type = 'trigger' AND "
                                        "tbl_name LIKE 'indicators%'";
        for (const auto& row : db->query(names))
            db->script("DROP TRIGGER IF EXISTS " + row.text("name") + (on_postgres ? " ON " + row.text("tbl") : ""));
        sql::Transaction transaction{*db};
        db->execute(statement);
        transaction.commit();
    }

    Indicators correcting() { return {*db, clock, data, closing::Correction{"审计调整", "示审3号"}}; }

    template <class T>
    static std::string code_of(const base::Result<T>& result)
    {
        return result ? "done" : result.error().code;
    }

    std::string refused_by(const std::string& statement)
    {
        try {
            sql::Transaction transaction{*db};
            db->execute(statement);
        } catch (const sql::SqlError& error) {
            return error.constraint();
        }
        return "done";
    }

    const Entry entry{"C1", "12"};
    const Note note{"C1", NoteKind::cause, "原因"};
};
MINGJI_EACH_ENGINE(ClosedYear);

TEST_P(ClosedYear, TakesNothingWithoutACorrection)
{
    EXPECT_EQ(code_of(facade().enter(actor, {2024}, entry)), "closing.period.closed");
    EXPECT_EQ(code_of(facade().note(actor, {2024}, note)), "closing.period.closed");
    EXPECT_EQ(code_of(facade().add_evidence(actor, {2024}, "C1", file("a.txt", "x"))), "closing.period.closed");
    EXPECT_EQ(facade().evidence(actor.org, {2024}).size(), SampleYear::import().evidence.size());
}

TEST_P(ClosedYear, TakesWhatComesWithOne)
{
    EXPECT_EQ(code_of(correcting().enter(actor, {2024}, entry)), "done");
    EXPECT_EQ(code_of(correcting().note(actor, {2024}, note)), "done");
    EXPECT_EQ(code_of(correcting().add_evidence(actor, {2024}, "C1", file("a.txt", "x"))), "done");
    EXPECT_EQ(closing::Closings(*db, clock).corrections(actor.org, {2024}).size(), 3U);
}

TEST_P(ClosedYear, KeepsItsTable)
{
    Targets next = facade().targets(actor.org, {2024});
    next.indicators[0].definition = "另一个口径";
    EXPECT_EQ(code_of(correcting().set_targets(actor, {2024}, next)), "indicators.targets.year_closed");
    Targets later = facade().targets(actor.org, {2024});
    later.revisions.clear();
    EXPECT_EQ(code_of(facade().set_targets(actor, {2025}, later)), "done");
}

TEST_P(ClosedYear, TakesADocumentOfRevisionWithACorrection)
{
    const std::string before =
        facade().in_force(actor.org, {2024}, base::FiscalYear{2024}.last_day())->indicators[0].setting.name;
    const std::vector<RevisionChange> document{{"示绩〔2025〕9号", base::Date::parse("2024-12-31").value(),
                                                RevisionKind::change, "C1", "三级指标", before, "新名称", "审计调整"}};
    EXPECT_EQ(code_of(facade().revise(actor, {2024}, document)), "closing.period.closed");
    const auto problems = correcting().revise(actor, {2024}, document);
    ASSERT_TRUE(problems);
    EXPECT_TRUE(problems->empty());
    EXPECT_EQ(closing::Closings(*db, clock).corrections(actor.org, {2024}).size(), 1U);
}

TEST_P(ClosedYear, IsEvaluatedAllTheSame)
{
    EXPECT_FALSE(evaluated().rows.empty());
}

TEST_P(ClosedYear, HoldsWhatItHeldWhateverCorrectionsDo)
{
    const auto held = facade().contents(actor.org, {2024});
    EXPECT_EQ(code_of(correcting().enter(actor, {2024}, entry)), "done");
    EXPECT_EQ(code_of(correcting().note(actor, {2024}, note)), "done");
    EXPECT_EQ(code_of(correcting().add_evidence(actor, {2024}, "C1", file("a.txt", "x"))), "done");
    const std::string before =
        facade().in_force(actor.org, {2024}, base::FiscalYear{2024}.last_day())->indicators[0].setting.name;
    const std::vector<RevisionChange> document{{"示绩〔2025〕9号", base::Date::parse("2024-12-31").value(),
                                                RevisionKind::change, "C1", "三级指标", before, "新名称", "审计调整"}};
    EXPECT_EQ(code_of(correcting().revise(actor, {2024}, document)), "done");
    EXPECT_EQ(facade().contents(actor.org, {2024}), held);
    EXPECT_EQ(unexplained(), "");
}

TEST_P(ClosedYear, WhoseRecordsChangedPastTheRulesIsNamed)
{
    const std::pair<const char*, const char*> changes[]{
        {"UPDATE indicators_indicator SET target = '1' WHERE code = 'C1'", "targets"},
        {"INSERT INTO indicators_note (org_id, id, year, code, kind, text, entered_ms) "
         "VALUES ('o1', 'n', 2024, 'C1', 'cause', 'x', 0)",
         "targets notes"},
        {"INSERT INTO indicators_entry (org_id, id, year, code, actual, band, published, remark, entered_ms) "
         "VALUES ('o1', 'e', 2024, 'C1', '1', '', '', '', 0)",
         "targets entries notes"},
        {"INSERT INTO indicators_evidence (org_id, year, code, file_name, digest, bytes, added_ms) "
         "VALUES ('o1', 2024, 'C1', 'a', 'b', 1, 0)",
         "targets entries notes evidence"},
        {"INSERT INTO indicators_revision (org_id, year, document, dated_on, position) "
         "VALUES ('o1', 2024, 'd', '2024-12-01', 9)",
         "targets revisions entries notes evidence"}};
    for (const auto& [statement, named] : changes) {
        past_the_triggers(statement);
        std::string said = unexplained();
        for (const char* const kind : {"targets", "revisions", "entries", "notes", "evidence"})
            EXPECT_EQ(said.find(kind) != std::string::npos, std::string{named}.find(kind) != std::string::npos)
                << statement << ": " << said;
    }
}

TEST_P(ClosedYear, IsKeptByTheDatabaseToo)
{
    for (const char* const statement :
         {"DELETE FROM indicators_goal", "DELETE FROM indicators_indicator",
          "UPDATE indicators_indicator SET name = 'x'",
          "INSERT INTO indicators_goal (org_id, year, number, position, text) VALUES ('o1', 2024, '9', 9, 'x')",
          "INSERT INTO indicators_note (org_id, id, year, code, kind, text, entered_ms) "
          "VALUES ('o1', 'n', 2024, 'C1', 'cause', 'x', 0)",
          "INSERT INTO indicators_entry (org_id, id, year, code, actual, band, published, remark, entered_ms) "
          "VALUES ('o1', 'e', 2024, 'C1', '1', '', '', '', 0)",
          "INSERT INTO indicators_evidence (org_id, year, code, file_name, digest, bytes, added_ms) "
          "VALUES ('o1', 2024, 'C1', 'a', 'b', 1, 0)",
          "INSERT INTO indicators_revision (org_id, year, document, dated_on, position) "
          "VALUES ('o1', 2024, 'd', '2024-12-01', 9)"})
        EXPECT_EQ(refused_by(statement), "closing_period_closed") << statement;
    EXPECT_EQ(refused_by("INSERT INTO indicators_goal (org_id, year, number, position, text) "
                         "VALUES ('o1', 2025, '9', 9, 'x')"),
              "done");
}

}  // namespace indicators
