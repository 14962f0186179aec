// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include "identity/identity.h"
#include "indicators/batch.h"
#include "indicators/store/fact_store.h"
#include "indicators/tests/sample_year.h"
#include "sql/tests/each_engine.h"

namespace indicators {
namespace {

class RunsTest : public sql::EachEngine {
protected:
    using Run = indicators::Run;  // not testing::Test::Run

    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), closing::migrations(), migrations()};
    }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        data = std::filesystem::temp_directory_path() / ("mingji-" + base::new_uuid(base::SystemClock{}));
        std::filesystem::create_directories(data);
        actor.org = create_org(*db);
    }
    void TearDown() override
    {
        std::filesystem::remove_all(data);
        EachEngine::TearDown();
    }

    base::OrgId create_org(sql::Connection& in)
    {
        return identity::Organisations{in, clock}
            .create(actor, {base::OrgId{"o1"}, "示例中心", "420112", "示例区"})
            .value()
            .id;
    }
    Indicators facade() { return {*db, clock, data}; }
    Run evaluated(const EvaluationRequest& request = SampleYear::request())
    {
        if (facade().targets(actor.org, {2024}).empty()) {
            EXPECT_TRUE(facade().import_targets(actor, {2024}, SampleYear::import())->stored);
        }
        const auto run = facade().evaluate(actor, request, year.source(), hubei(), "rules digest");
        EXPECT_TRUE(run) << (run ? "" : run.error().code);
        return run.value();
    }
    Verification verified(const Run& run) { return facade().verify(actor.org, run.id, year.source()).value(); }
    std::size_t audit_records() { return identity::Organisations{*db, clock}.audit(actor.org).size(); }
    std::filesystem::path file(const std::string& name, const std::string& text)
    {
        std::ofstream{data / name} << text;
        return data / name;
    }

    SampleYear year;
    std::filesystem::path data;
    base::FixedClock clock{1'736'899'200'000};
    base::Actor actor{base::OrgId{}, "tester", "test", {}, true};
};

TEST_P(RunsTest, FreezesScoresAndStoresAYear)
{
    const Run run = evaluated();
    ASSERT_EQ(run.rows.size(), 4U);
    EXPECT_EQ(run.rows[0].actual, "3次");
    EXPECT_EQ(run.rows[0].target, "≥4次");
    EXPECT_EQ(run.rows[0].version, 2);
    EXPECT_EQ(run.rows[0].score->to_string(), "15.00");
    EXPECT_EQ(run.rows[1].actual, "66.67%");
    EXPECT_EQ(run.rows[1].score->to_string(), "14.81");  // 20 × (2/3) ÷ 0.9, not 20 × 66.67 ÷ 90 = 14.82
    EXPECT_EQ(run.rows[3].score->to_string(), "20.00");
    EXPECT_EQ(run.execution_score->to_string(), "18.28");

    const Run stored = facade().find_run(actor.org, run.id).value();
    EXPECT_EQ(serialised(stored), serialised(run));
    EXPECT_EQ(stored.digest, run.digest);
    EXPECT_EQ(stored.rows[1].fact_id, run.rows[1].fact_id);
    ASSERT_EQ(facade().runs(actor.org).size(), 1U);
    EXPECT_EQ(facade().runs(actor.org).front().total, run.total);
}

TEST_P(RunsTest, KeepsEveryFactWithTheRecordsBehindIt)
{
    const Run run = evaluated();
    const std::vector<Fact> facts = facade().facts(actor.org, run).value();
    ASSERT_EQ(facts.size(), 7U);
    const Fact& passed = facts[1];
    EXPECT_EQ(*passed.value, base::Ratio::reduced(200, 3));
    EXPECT_EQ(*passed.numerator, base::Ratio::whole(2));
    ASSERT_EQ(passed.records.size(), 3U);
    EXPECT_EQ(passed.records[2].id, "c3");
    EXPECT_EQ(passed.records[2].role, RecordRole::compared);
    EXPECT_EQ(passed.period, "2024");
    EXPECT_EQ(digest_of(passed), passed.digest);
    EXPECT_EQ(facts[3].kind, FactKind::manual);
    EXPECT_EQ(facts[4].printed(), "60人");
    EXPECT_EQ(facts[6].code, executed_budget_fact);
}

TEST_P(RunsTest, KeepsHowManyWereAskedForAShareOfAnswers)
{
    base::Records& checks = year.records.at("台账:检查台账");
    checks.group_column = 1;
    for (const char* const result : {"合格", "不合格"})
        checks.asked.push_back({10, {}, {}, {{}, {}, {}, {{}, std::string{result}}}});
    const std::vector<Fact> facts = facade().facts(actor.org, evaluated()).value();
    EXPECT_EQ(facts[1].asked, 20);
    EXPECT_EQ(digest_of(facts[1]), facts[1].digest);
    EXPECT_FALSE(facts[0].asked);
}

TEST_P(RunsTest, TellsThatOnlyTheNumberAskedChanged)
{
    base::Records& checks = year.records.at("台账:检查台账");
    checks.group_column = 1;
    for (const char* const result : {"合格", "不合格"})
        checks.asked.push_back({10, {}, {}, {{}, {}, {}, {{}, std::string{result}}}});
    const Run run = evaluated();
    EXPECT_TRUE(verified(run).clean());

    checks.asked.front().count = 30;
    const Verification found = verified(run);
    EXPECT_FALSE(found.clean());
    ASSERT_EQ(found.changes.size(), 1U);
    const FactChange& passed = found.changes.front();
    EXPECT_EQ(passed.code, "C2");
    EXPECT_EQ(passed.asked_then, 20);
    EXPECT_EQ(passed.asked_now, 40);
    EXPECT_EQ(passed.value_then, passed.value_now);
    EXPECT_TRUE(passed.changed.empty() && passed.vanished.empty() && passed.appeared.empty());
    EXPECT_EQ(facade().verify_fact(actor.org, run.id, "C2", year.source())->changes.front().asked_now, 40);

    checks.asked.front().count.reset();
    EXPECT_EQ(verified(run).changes.front().asked_now, std::nullopt);
}

TEST_P(RunsTest, SaysTheSameOnBothEngines)
{
    const Run run = evaluated();
    const auto other = sql::Connection::open(":memory:");
    ASSERT_TRUE(sql::migrate(*other, slices()));
    ASSERT_EQ(create_org(*other), actor.org);
    Indicators there{*other, clock, data};
    ASSERT_TRUE(there.import_targets(actor, {2024}, SampleYear::import())->stored);
    const Run again = there.evaluate(actor, SampleYear::request(), year.source(), hubei(), "rules digest").value();
    EXPECT_EQ(serialised(again), serialised(run));
    EXPECT_EQ(serialised(there.find_run(actor.org, again.id).value()),
              serialised(facade().find_run(actor.org, run.id).value()));
}

TEST_P(RunsTest, MissingStaysMissingWithItsReason)
{
    year.records.erase("台账:检查台账");
    const Run run = evaluated();
    const Fact missing = facade().facts(actor.org, run)->at(1);
    EXPECT_FALSE(missing.value);
    EXPECT_EQ(missing.missing->code, "test.source.unknown");
    EXPECT_EQ(missing.missing->args, (base::ErrorArgs{{"source", "台账:检查台账"}}));
    EXPECT_EQ(run.rows[1].reason, "no_data");
    EXPECT_EQ(run.rows[1].actual, "");
}

TEST_P(RunsTest, LooksBackFromTheDayItIsAskedFor)
{
    EvaluationRequest half = SampleYear::request();
    half.as_of = base::Date::of(2024, 6, 30).value();
    const Run run = evaluated(half);
    EXPECT_EQ(run.rows[0].target, "≥2次");
    EXPECT_EQ(run.rows[0].version, 1);
    EXPECT_EQ(run.rows[0].actual, "1次");
    half.as_of = base::Date::of(2024, 7, 1).value();
    EXPECT_EQ(evaluated(half).rows[0].target, "≥4次");
}

TEST_P(RunsTest, NothingRecordedCanBeChanged)
{
    evaluated();
    ASSERT_TRUE(facade().add_evidence(actor, {2024}, "C3", file("a.txt", "示例")));
    for (const std::string table :
         {"entry", "note", "evidence", "fact_set", "fact", "fact_record", "run", "run_row", "run_finding"}) {
        EXPECT_THROW(db->execute("UPDATE indicators_" + table + " SET org_id = org_id"), sql::SqlError) << table;
        EXPECT_THROW(db->execute("DELETE FROM indicators_" + table), sql::SqlError) << table;
    }
}

TEST_P(RunsTest, ACorrectionNamesTheRunAndSaysWhy)
{
    const Run first = evaluated();
    EvaluationRequest correction = SampleYear::request();
    correction.corrects = first.id;
    const auto refused = facade().evaluate(actor, correction, year.source(), hubei(), "d");
    EXPECT_EQ(refused.error().code, "indicators.run.why_missing");
    correction.why = "补录会议";
    const Run second = evaluated(correction);
    EXPECT_EQ(facade().find_run(actor.org, second.id)->corrects, first.id);
    EXPECT_EQ(serialised(facade().find_run(actor.org, first.id).value()), serialised(first));

    correction.corrects = RunId{"nowhere"};
    EXPECT_EQ(facade().evaluate(actor, correction, year.source(), hubei(), "d").error().code, "indicators.run.unknown");
    EXPECT_EQ(facade().runs(actor.org).size(), 2U);
}

TEST_P(RunsTest, RefusalsLeaveNothingBehind)
{
    EXPECT_EQ(facade().evaluate(actor, SampleYear::request(), year.source(), hubei(), "d").error().code,
              "indicators.targets.none");
    base::Actor guest = actor;
    guest.unrestricted = false;
    EXPECT_EQ(facade().evaluate(guest, SampleYear::request(), year.source(), hubei(), "d").error().code,
              "indicators.evaluate.forbidden");
    EXPECT_EQ(facade().import_targets(guest, {2024}, SampleYear::import()).error().code, "indicators.import.forbidden");
    EXPECT_EQ(facade().enter(guest, {2024}, {"C1"}).error().code, "indicators.edit.forbidden");
    EXPECT_TRUE(db->query("SELECT id FROM indicators_fact_set").empty());
    EXPECT_EQ(audit_records(), 1U);
}

TEST_P(RunsTest, RecordsEachChangeOnce)
{
    evaluated();
    EXPECT_EQ(audit_records(), 3U);  // the organisation, the import, the run
    ASSERT_TRUE(facade().enter(actor, {2024}, {"C4", "96%"}));
    ASSERT_TRUE(facade().enter(actor, {2024}, {"C4", "96%"}));  // says nothing new
    EXPECT_EQ(audit_records(), 4U);
}

TEST_P(RunsTest, FindsNothingChangedWhereNothingChanged)
{
    const Verification found = verified(evaluated());
    EXPECT_TRUE(found.clean());
    EXPECT_EQ(found.facts, 7U);
    EXPECT_EQ(found.records, 9U);
}

TEST_P(RunsTest, NamesTheRecordsThatChangedVanishedAndAppeared)
{
    const Run run = evaluated();
    auto& meetings = year.records["台账:会议台账"].rows;
    meetings[0].digest = "another";
    meetings[2].cells[1] = std::string{"已取消"};
    meetings[2].digest = "another too";
    meetings.push_back(SampleYear::meeting("m5", "2024-09-09", "已召开", 5));
    meetings.push_back(SampleYear::meeting("m6", "2024-09-10", "已召开", 5));
    const Verification found = verified(run);
    ASSERT_EQ(found.changes.size(), 2U);  // the count of meetings and the sum of people
    const FactChange& held = found.changes.front();
    EXPECT_EQ(held.code, "C1");
    ASSERT_EQ(held.changed.size(), 1U);
    EXPECT_EQ(held.changed.front().id, "m1");
    ASSERT_EQ(held.vanished.size(), 1U);
    EXPECT_EQ(held.vanished.front().id, "m3");
    EXPECT_EQ(held.appeared.size(), 2U);
    EXPECT_EQ(held.value_then, "3次");
    EXPECT_EQ(held.value_now, "4次");
    EXPECT_TRUE(found.broken_seals.empty());
}

TEST_P(RunsTest, SaysWhichSourceCannotBeAskedAnyMore)
{
    const Run run = evaluated();
    year.records.erase("台账:检查台账");
    const Verification found = verified(run);
    EXPECT_TRUE(found.changes.empty());
    EXPECT_EQ(found.unreadable, (std::vector<std::string>{"C2"}));
}

TEST_P(RunsTest, SeesARecordThatWasPutBehindAFactLater)
{
    const Run run = evaluated();
    db->execute(
        "INSERT INTO indicators_fact_record (org_id, fact_id, position, record_id, digest, place, role)"
        " VALUES (:org_id, :fact_id, 99, 'm2', 'x', '', 'counted')",
        {{"org_id", actor.org}, {"fact_id", run.rows[0].fact_id}});
    EXPECT_EQ(verified(run).broken_seals, (std::vector<std::string>{"C1"}));
    db->execute(
        "INSERT INTO indicators_run_finding (org_id, run_id, position, row_position, rule, severity, args, places,"
        " numbers) VALUES (:org_id, :run_id, 9999, 0, 'invented', 'note', '[]', '[]', '[]')",
        {{"org_id", actor.org}, {"run_id", run.id}});
    EXPECT_EQ(verified(run).broken_seals, (std::vector<std::string>{"C1", "run"}));
}

TEST_P(RunsTest, KeepsEvidenceOnceAndSeesItsLoss)
{
    const Run run = evaluated();
    const Evidence kept = facade().add_evidence(actor, {2024}, "C3", file("a.txt", "示例材料")).value();
    EXPECT_EQ(kept.bytes, 12);
    const Evidence same = facade().add_evidence(actor, {2024}, "C4", file("b.txt", "示例材料")).value();
    EXPECT_EQ(same.digest, kept.digest);
    EXPECT_EQ(facade().evidence(actor.org, {2024}).size(), 2U);
    EXPECT_TRUE(verified(run).clean());

    const std::filesystem::path stored = facade().evidence_path(kept);
    std::ofstream{stored} << "另一份";
    ASSERT_EQ(verified(run).evidence.size(), 2U);
    EXPECT_FALSE(verified(run).evidence.front().missing);
    ASSERT_TRUE(facade().add_evidence(actor, {2024}, "C3", data / "a.txt"));  // the whole file replaces the damaged one
    EXPECT_TRUE(verified(run).clean());
    std::filesystem::remove(stored);
    EXPECT_TRUE(verified(run).evidence.front().missing);
    // Kept again, it is whole again.
    ASSERT_TRUE(facade().add_evidence(actor, {2024}, "C3", data / "a.txt"));
    EXPECT_TRUE(verified(run).clean());

    EXPECT_EQ(facade().add_evidence(actor, {2024}, "C9", data / "a.txt").error().code, "indicators.indicator.unknown");
    EXPECT_EQ(facade().add_evidence(actor, {2024}, "C3", data / "none").error().code, "content.file.unreadable");
    EXPECT_EQ(facade().add_evidence(actor, {2024}, "C3", data).error().code, "content.file.unreadable");
}

TEST_P(RunsTest, ATargetsImportIsSafeToRepeat)
{
    const auto first = facade().import_targets(actor, {2024}, SampleYear::import());
    EXPECT_TRUE(first->changed);
    EXPECT_EQ(first->entries, 2);
    const auto second = facade().import_targets(actor, {2024}, SampleYear::import());
    EXPECT_FALSE(second->changed);
    EXPECT_EQ(second->entries + second->notes + second->evidence, 0);
    EXPECT_EQ(audit_records(), 2U);
    EXPECT_EQ(facade().targets(actor.org, {2024}).indicators.size(), 4U);
}

TEST_P(RunsTest, ADryRunStoresNothing)
{
    TargetsImport import = SampleYear::import();
    import.evidence = {{ "C3", file("a.txt", "示例") }};
    const auto outcome = facade().import_targets(actor, {2024}, import, ImportMode::dry_run);
    EXPECT_TRUE(outcome->changed);
    EXPECT_FALSE(outcome->stored);
    EXPECT_TRUE(facade().targets(actor.org, {2024}).empty());
    EXPECT_FALSE(std::filesystem::exists(data / "evidence"));
}

TEST_P(RunsTest, AnImportWithAProblemStoresNothing)
{
    TargetsImport import = SampleYear::import();
    import.problems.push_back({"绩效指标!G4",
                               "目标值",
                               { base::ErrorKind::invalid,
                                 "indicators.import.cell_missing" }});
    const auto outcome = facade().import_targets(actor, {2024}, import);
    EXPECT_FALSE(outcome->stored);
    EXPECT_EQ(outcome->problems.size(), 1U);
    EXPECT_TRUE(facade().targets(actor.org, {2024}).empty());
}

TEST_P(RunsTest, AfterARunPromisesChangeByDocumentOnly)
{
    ASSERT_TRUE(facade().import_targets(actor, {2024}, SampleYear::import())->stored);
    TargetsImport corrected = SampleYear::import();
    corrected.targets.indicators[1].target = "≥60%";
    EXPECT_TRUE(facade().import_targets(actor, {2024}, corrected)->stored);  // before the first run a typo is a typo
    evaluated();

    const auto refused = facade().import_targets(actor, {2024}, SampleYear::import());
    ASSERT_EQ(refused->problems.size(), 1U);
    EXPECT_EQ(refused->problems.front().place, "绩效指标!A4");
    EXPECT_EQ(refused->problems.front().error.code, "indicators.import.fixed_by_run");
    EXPECT_EQ(facade().targets(actor.org, {2024}).indicators[1].target, "≥60%");

    TargetsImport without_document = corrected;
    without_document.targets.revisions.clear();
    EXPECT_EQ(facade().import_targets(actor, {2024}, without_document)->problems.front().error.code,
              "indicators.import.document_missing");

    TargetsImport by_document = corrected;
    by_document.targets.revisions.push_back({"示例〔2024〕9号", base::Date::of(2024, 9, 1).value(),
                                             RevisionKind::change, "C2", "目标值", "≥60%", "≥65%", "提高要求"});
    by_document.targets.indicators[0].measure.filter = "状态=已召开|补开";  // how it is measured may be put right
    EXPECT_TRUE(facade().import_targets(actor, {2024}, by_document)->stored);
    const auto in_force = facade().in_force(actor.org, {2024}, base::Date::of(2024, 12, 31).value());
    EXPECT_EQ(in_force->indicators[1].setting.target, "≥65%");
}

TEST_P(RunsTest, WhatIsTakenBackCountsNoMoreAndStaysInTheHistory)
{
    const auto count = [&](const std::string& table) {
        return db->query("SELECT COUNT(*) AS n FROM indicators_" + table).front().integer("n");
    };
    ASSERT_TRUE(facade().import_targets(actor, {2024}, SampleYear::import())->stored);
    TargetsImport next = SampleYear::import();
    next.entries[1] = {"C4"};
    next.notes[0].text.clear();
    const ImportOutcome outcome = facade().import_targets(actor, {2024}, next).value();
    EXPECT_EQ(outcome.entries, 1);
    EXPECT_EQ(outcome.notes, 1);
    EXPECT_TRUE(facade().notes(actor.org, {2024}).empty());
    ASSERT_EQ(facade().entries(actor.org, {2024}).size(), 1U);
    EXPECT_EQ(facade().entries(actor.org, {2024})[0].code, "C3");
    EXPECT_EQ(count("entry"), 3);
    EXPECT_EQ(count("note"), 2);
    // There is nothing more to take back, and what is written again counts again.
    EXPECT_EQ(facade().import_targets(actor, {2024}, next)->notes, 0);
    EXPECT_EQ(count("note"), 2);
    EXPECT_EQ(facade().import_targets(actor, {2024}, SampleYear::import())->notes, 1);
    EXPECT_EQ(facade().notes(actor.org, {2024}).size(), 1U);
    ASSERT_TRUE(facade().note(actor, {2024}, {"C1", NoteKind::cause, ""}));
    EXPECT_TRUE(facade().notes(actor.org, {2024}).empty());
}

TEST_P(RunsTest, SaysWhatIsStoredAndNotInTheWorkbook)
{
    ASSERT_TRUE(facade().import_targets(actor, {2024}, SampleYear::import())->kept.empty());
    TargetsImport next = SampleYear::import();
    next.entries.pop_back();
    next.notes.clear();
    EXPECT_EQ(facade().import_targets(actor, {2024}, next)->kept,
              (std::vector<std::string>{"C4 人工填报", "C1 偏差原因"}));
}

TEST_P(RunsTest, TellsBeforeTheFirstRunWhatNoRecordCanAnswer)
{
    const auto told = [&](const Targets& targets) {
        std::string text;
        for (const Fact& fact : unanswerable(targets, {2024}, SampleYear::request().as_of, year.source()))
            text += fact.code + " " + fact.missing->code + "; ";
        return text;
    };
    Targets targets = SampleYear::import().targets;
    EXPECT_EQ(told(targets), "");
    targets.indicators[0].measure.filter = "状况=已召开";
    targets.supports[0].measure.source = "台账:没有的台账";
    EXPECT_EQ(told(targets), "C1 indicators.measure.column_unknown; S1 test.source.unknown; ");
    // A register without a record of the year is no mistake of the measure.
    year.records.at("台账:检查台账").rows.clear();
    EXPECT_EQ(told(SampleYear::import().targets), "");
}

TEST_P(RunsTest, TheNewestEntryCounts)
{
    ASSERT_TRUE(facade().import_targets(actor, {2024}, SampleYear::import())->stored);
    clock.advance(1000);
    ASSERT_TRUE(facade().enter(actor, {2024}, {"C4", "80%"}));
    clock.advance(1000);
    ASSERT_TRUE(facade().enter(actor, {2024}, {"C4", "95%", "", "", "问卷 40 份"}));
    ASSERT_EQ(facade().entries(actor.org, {2024}).size(), 2U);
    EXPECT_EQ(facade().entries(actor.org, {2024})[1].actual, "95%");
    EXPECT_EQ(db->query("SELECT id FROM indicators_entry").size(), 4U);
    EXPECT_EQ(facade().enter(actor, {2024}, {"C9", "1"}).error().code, "indicators.indicator.unknown");
}

TEST_P(RunsTest, TheBatchScoresFrozenFactsAsTheUnitItselfDoes)
{
    const Run run = evaluated();
    base::Actor other = actor;
    other.org =
        identity::Organisations{*db, clock}.create(actor, {base::OrgId{"o0"}, "另一中心", "420112", "示例区"})->id;
    ASSERT_TRUE(facade().import_targets(other, {2024}, SampleYear::import())->stored);
    ASSERT_TRUE(facade().evaluate(other, SampleYear::request(), year.source(), hubei(), "rules digest"));

    const auto batch = evaluate_frozen(*db, clock, actor, {2024}, hubei(), "rules digest").value();
    ASSERT_EQ(batch.size(), 2U);
    EXPECT_EQ(batch[0].first, other.org);
    EXPECT_EQ(batch[1].first, actor.org);
    EXPECT_EQ(serialised(batch[1].second), serialised(run));
    EXPECT_EQ(batch[1].second.digest, run.digest);
    EXPECT_EQ(serialised(facade().find_run(actor.org, batch[1].second.id).value()), serialised(run));
    EXPECT_TRUE(verified(batch[1].second).clean());
    EXPECT_EQ(audit_records(), 4U);  // the organisation, the import and two runs

    EXPECT_TRUE(evaluate_frozen(*db, clock, actor, {2023}, hubei(), "rules digest")->empty());
    base::Actor guest = actor;
    guest.unrestricted = false;
    EXPECT_EQ(evaluate_frozen(*db, clock, guest, {2024}, hubei(), "d").error().code,
              "indicators.evaluate_all.forbidden");
}

TEST_P(RunsTest, OrganisationsDoNotSeeEachOther)
{
    const Run run = evaluated();
    base::Actor other = actor;
    other.org =
        identity::Organisations{*db, clock}.create(actor, {base::OrgId{"o2"}, "另一中心", "420112", "示例区"})->id;
    EXPECT_EQ(facade().find_run(other.org, run.id).error().code, "indicators.run.unknown");
    EXPECT_TRUE(facade().runs(other.org).empty());
    EXPECT_TRUE(facade().entries(other.org, {2024}).empty());
}

MINGJI_EACH_ENGINE(RunsTest);

}  // namespace
}  // namespace indicators
