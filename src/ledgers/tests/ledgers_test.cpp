// SPDX-License-Identifier: Apache-2.0
#include "ledgers/ledgers.h"

#include <atomic>
#include <thread>

#include "ledgers/store/ledger_store.h"
#include "ledgers/tests/ledgers_fixture.h"

namespace ledgers {
namespace {

class LedgersTest : public LedgersFixture {
protected:
    static Definition meetings()
    {
        Column number{"会议编号"};
        number.is_identity = true;
        Column day{"会议日期", ColumnType::date};
        day.is_required = day.is_period = true;
        return {"部门会议", {number, day, {"参会人数", ColumnType::integer, "人"}, {"费用", ColumnType::money}}};
    }

    void declare() { ASSERT_TRUE(ledgers().declare(actor, {meetings()})); }

    // Rows below the header 会议编号,会议日期,参会人数,费用.
    std::filesystem::path file(const std::string& rows, const std::string& name = "会议.csv")
    {
        return folder.text(name, "会议编号,会议日期,参会人数,费用\n" + rows);
    }

    ImportReport import(const std::string& rows, const ImportOptions& options = {})
    {
        clock.advance(1000);
        auto report = ledgers().import(actor, "部门会议", {file(rows)}, options);
        EXPECT_TRUE(report) << (report ? "" : report.error().code);
        return report ? *std::move(report) : ImportReport{};
    }

    // added/changed/unchanged/missing
    static std::string counts(const ImportReport& report)
    {
        const Difference& difference = report.difference;
        return std::to_string(difference.added.size() + difference.restored.size()) + "/" +
               std::to_string(difference.changed.size()) + "/" + std::to_string(difference.unchanged) + "/" +
               std::to_string(difference.missing.size());
    }

    std::vector<std::string> records(const std::optional<base::Period>& period = {})
    {
        std::vector<std::string> lines;
        const auto records = ledgers().records(actor.org, "部门会议", period);
        if (!records) return {records.error().code};
        for (const base::Record& record : records->rows) {
            std::string line;
            for (const base::Cell& cell : record.cells) line += (line.empty() ? "" : "|") + base::to_string(cell);
            lines.push_back(line);
        }
        return lines;
    }

    std::size_t audits(const std::string& action)
    {
        std::size_t count = 0;
        for (const auto& record : identity::Organisations{*db, clock}.audit(actor.org))
            if (record.change.action == action) ++count;
        return count;
    }

    using Lines = std::vector<std::string>;
};

TEST_P(LedgersTest, DeclaresAllOrNone)
{
    const auto refused = ledgers().declare(actor, {meetings(), {"坏", {}}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "ledgers.definition.no_columns");
    EXPECT_TRUE(ledgers().list(actor).empty());
    EXPECT_EQ(ledgers().declare(actor, {meetings(), meetings()}).error().code, "ledgers.definition.ledger_twice");

    EXPECT_EQ(ledgers().declare(actor, {meetings()})->front().as, DeclaredAs::created);
    EXPECT_EQ(ledgers().declare(actor, {meetings()})->front().as, DeclaredAs::unchanged);
    EXPECT_EQ(audits("ledgers.declare"), 1U);
    EXPECT_EQ(ledgers().find(actor, "部门会议")->definition.columns, checked(meetings())->columns);
    EXPECT_EQ(ledgers().find(actor, "没有").error().code, "ledgers.ledger.unknown");
}

TEST_P(LedgersTest, ARegisterWithRecordsMayOnlyGrow)
{
    declare();
    Definition other = meetings();
    other.columns[2].type = ColumnType::text;
    EXPECT_EQ(ledgers().declare(actor, {other})->front().as, DeclaredAs::changed);
    declare();
    import("HY-1,2024-1-5,3,\n");
    EXPECT_EQ(ledgers().declare(actor, {other}).error().code, "ledgers.definition.would_change_records");
    Definition grown = meetings();
    grown.columns.insert(grown.columns.begin(), {"备注"});
    EXPECT_EQ(ledgers().declare(actor, {grown})->front().as, DeclaredAs::changed);
    EXPECT_EQ(counts(import("HY-1,2024-1-5,3,\n")), "0/0/1/0");
    EXPECT_EQ(records(), Lines{"HY-1|2024-01-05|3||"});
}

TEST_P(LedgersTest, ImportsAndHandsOutTypedRecords)
{
    declare();
    const ImportReport report = import("HY-1,2024-1-5,35,1200.5\nHY-2,2024-7-1,,\n合计,,35,\n");
    EXPECT_TRUE(report.is_stored);
    EXPECT_EQ(counts(report), "2/0/0/0");
    EXPECT_EQ(records(), (Lines{"HY-1|2024-01-05|35|1200.50", "HY-2|2024-07-01||"}));
    EXPECT_EQ(records(base::Period::parse("2024Q3").value()), Lines{"HY-2|2024-07-01||"});

    const auto all = ledgers().records(actor.org, "部门会议").value();
    EXPECT_EQ(all.source, "台账:部门会议");
    EXPECT_EQ(all.period_column, 1U);
    EXPECT_EQ(all.columns[3].unit, "元");
    EXPECT_EQ(all.rows[1].place, "会议.csv 会议!A3");
    EXPECT_EQ(all.rows[0].digest.size(), 64U);
    EXPECT_NE(all.rows[0].digest, all.rows[1].digest);
    const auto list = ledgers().list(actor);
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].records, 2);
    EXPECT_EQ(list[0].imports, 1);
    EXPECT_EQ(audits("ledgers.import"), 1U);
}

TEST_P(LedgersTest, StoresNothingOfAFileWithOneWrongCell)
{
    declare();
    const ImportReport report = import("HY-1,2024-1-5,35,\nHY-2,2024-1-6,三十,\n");
    EXPECT_FALSE(report.is_stored);
    ASSERT_EQ(report.reading.problem_count, 1U);
    EXPECT_EQ(report.reading.problems[0].place, "会议!C3");
    EXPECT_EQ(records(), Lines{"ledgers.ledger.never_imported"});
    EXPECT_EQ(audits("ledgers.import"), 0U);
}

TEST_P(LedgersTest, TheSameFileTwiceChangesNothing)
{
    declare();
    import("HY-1,2024-1-5,35,1200.5\nHY-2,2024-1-6,3,\n");
    const auto before = ledgers().records(actor.org, "部门会议").value();
    EXPECT_EQ(counts(import("HY-1,2024/01/05,35人,\"1,200.50\"\nHY-2,2024年1月6日,3.0,\n")), "0/0/2/0");
    const auto after = ledgers().records(actor.org, "部门会议").value();
    ASSERT_EQ(after.rows.size(), before.rows.size());
    for (std::size_t i = 0; i < before.rows.size(); ++i) {
        EXPECT_EQ(after.rows[i].id, before.rows[i].id);
        EXPECT_EQ(after.rows[i].digest, before.rows[i].digest);
    }
}

TEST_P(LedgersTest, AReimportShowsWhatChangedAndKeepsWhatWasSaid)
{
    declare();
    import("HY-1,2024-1-5,35,\nHY-2,2024-1-6,3,\nHY-3,2024-1-7,4,\n");
    const std::string second = "HY-1,2024-1-5,36,100\nHY-2,2024-1-6,3,\nHY-4,2024-1-8,5,\n";
    const auto preview = ledgers().preview(actor, "部门会议", {file(second)});
    ASSERT_TRUE(preview);
    EXPECT_EQ(counts(*preview), "1/1/1/1");
    EXPECT_FALSE(preview->is_stored);
    EXPECT_EQ(records().size(), 3U);

    const ImportReport report = import(second);
    EXPECT_EQ(counts(report), "1/1/1/1");
    const Changed& changed = report.difference.changed.front();
    ASSERT_EQ(changed.columns.size(), 2U);
    EXPECT_EQ(changed.columns[0].column, "参会人数");
    EXPECT_EQ(changed.columns[0].before, "35");
    EXPECT_EQ(changed.columns[0].after, "36");
    EXPECT_EQ(report.difference.missing.front().identity, "HY-3");
    EXPECT_EQ(records(),
              (Lines{"HY-1|2024-01-05|36|100.00", "HY-2|2024-01-06|3|", "HY-3|2024-01-07|4|", "HY-4|2024-01-08|5|"}));

    const auto history = ledgers().history(actor, "部门会议", "HY-1").value().versions;
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[0].cells[2], "35");
    EXPECT_EQ(history[0].ended_how, "changed");
    EXPECT_EQ(history[1].cells[2], "36");
    EXPECT_EQ(history[1].version, 2);
    EXPECT_EQ(ledgers().history(actor, "部门会议", "HY-9").error().code, "ledgers.row.unknown");
}

TEST_P(LedgersTest, MissingRecordsAreRemovedOnlyOnRequestAndCanComeBack)
{
    declare();
    import("HY-1,2024-1-5,35,\nHY-2,2024-1-6,3,\n");
    const auto id = ledgers().records(actor.org, "部门会议")->rows[1].id;
    const ImportReport removal = import("HY-1,2024-1-5,35,\n", {{}, Missing::remove});
    EXPECT_EQ(removal.removed, 1U);
    EXPECT_EQ(records(), Lines{"HY-1|2024-01-05|35|"});
    EXPECT_EQ(counts(import("HY-1,2024-1-5,35,\n", {{}, Missing::remove})), "0/0/1/0");

    EXPECT_EQ(counts(import("HY-1,2024-1-5,35,\nHY-2,2024-1-6,4,\n")), "1/0/1/0");
    EXPECT_EQ(records().size(), 2U);
    EXPECT_EQ(ledgers().records(actor.org, "部门会议")->rows[1].id, id);
    const auto history = ledgers().history(actor, "部门会议", "HY-2").value().versions;
    ASSERT_EQ(history.size(), 3U);
    EXPECT_EQ(history[0].ended_how, "removed");
    EXPECT_EQ(history[1].ended_how, "restored");
    EXPECT_EQ(history[2].cells[2], "4");
}

TEST_P(LedgersTest, AMappingIsSavedOnceAndUsedAgain)
{
    declare();
    const auto own = folder.text("自己.csv", "单号,开会日子,参会人数\nHY-1,2024-1-5,3\n");
    EXPECT_EQ(ledgers().import(actor, "部门会议", {own}).error().code, "ledgers.file.no_header");
    const ImportOptions mapped{{{"单号", "会议编号"}, {"开会日子", "会议日期"}}, Missing::keep};
    ASSERT_TRUE(ledgers().preview(actor, "部门会议", {own}, mapped));
    EXPECT_FALSE(ledgers().import(actor, "部门会议", {own}));  // a preview saves nothing
    ASSERT_TRUE(ledgers().import(actor, "部门会议", {own}, mapped));
    EXPECT_EQ(counts(*ledgers().import(actor, "部门会议", {own})), "0/0/1/0");
    ASSERT_TRUE(ledgers().import(actor, "部门会议", {own}, mapped));
    EXPECT_EQ(audits("ledgers.map"), 2U);

    EXPECT_EQ(ledgers().map_column(actor, "部门会议", "人数", "没有").error().code, "ledgers.map.column_unknown");
    EXPECT_EQ(ledgers().import(actor, "部门会议", {own}, {{{"单号", "没有"}}, Missing::keep}).error().code,
              "ledgers.map.column_unknown");
    ASSERT_TRUE(ledgers().map_column(actor, "部门会议", "参会人数", ""));
    EXPECT_EQ(counts(*ledgers().preview(actor, "部门会议", {own})), "0/1/0/0");
}

TEST_P(LedgersTest, AnEmptyRegisterCountsNothingAndANeverImportedOneIsUnknown)
{
    declare();
    EXPECT_EQ(records(), Lines{"ledgers.ledger.never_imported"});
    EXPECT_TRUE(import("").is_stored);
    EXPECT_EQ(records(), Lines{});
    EXPECT_EQ(ledgers().records(actor.org, "没有").error().code, "ledgers.ledger.unknown");
    EXPECT_EQ(ledgers().records(actor.org, "安全事故台账").error().code, "ledgers.ledger.never_imported");
}

TEST_P(LedgersTest, AStandardRegisterDeclaresItself)
{
    const auto survey = folder.text("满意度.csv", "问卷编号,调查对象,日期,评价\nMY-1,用餐人员,2024-1-5,满意\n");
    ASSERT_TRUE(ledgers().preview(actor, "满意度调查", {survey}));
    EXPECT_TRUE(ledgers().list(actor).empty());
    const auto report = ledgers().import(actor, "满意度调查", {survey});
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->was_declared);
    EXPECT_EQ(ledgers().records(actor.org, "满意度调查")->rows.size(), 1U);
    EXPECT_FALSE(ledgers().import(actor, "满意度调查", {survey})->was_declared);
    EXPECT_EQ(ledgers().import(actor, "没有的台账", {survey}).error().code, "ledgers.ledger.unknown");
}

TEST_P(LedgersTest, SeveralFilesAreOneList)
{
    declare();
    const auto first = file("HY-1,2024-1-5,1,\n", "上半年.csv");
    const auto second = file("HY-2,2024-7-5,2,\n", "下半年.csv");
    ASSERT_TRUE(ledgers().import(actor, "部门会议", {first, second}));
    EXPECT_EQ(counts(*ledgers().preview(actor, "部门会议", {second, first})), "0/0/2/0");
    EXPECT_EQ(counts(*ledgers().preview(actor, "部门会议", {second})), "0/0/1/1");
    const auto twice = ledgers().preview(actor, "部门会议", {first, first});
    ASSERT_TRUE(twice);
    EXPECT_EQ(twice->reading.problems.front().error.code, "ledgers.row.identity_twice");
}

TEST_P(LedgersTest, AsksForPermission)
{
    declare();
    base::Actor guest{actor.org, "guest", "test"};
    EXPECT_EQ(ledgers().declare(guest, {meetings()}).error().code, "ledgers.declare.forbidden");
    EXPECT_EQ(ledgers().map_column(guest, "部门会议", "a", "").error().code, "ledgers.map.forbidden");
    EXPECT_EQ(ledgers().import(guest, "部门会议", {file("")}).error().code, "ledgers.import.forbidden");
    EXPECT_EQ(ledgers().preview(guest, "部门会议", {file("")}).error().code, "ledgers.import.forbidden");
    guest.permissions = {"ledgers.import"};
    EXPECT_TRUE(ledgers().preview(guest, "部门会议", {file("")}));
}

TEST_P(LedgersTest, OneOrganisationNeverSeesAnother)
{
    declare();
    import("HY-1,2024-1-5,35,\n");
    base::Actor other = actor;
    other.org = organisation("另一示例中心");
    EXPECT_TRUE(ledgers().list(other).empty());
    ASSERT_TRUE(ledgers().declare(other, {meetings()}));
    EXPECT_EQ(ledgers().records(other.org, "部门会议").error().code, "ledgers.ledger.never_imported");
    EXPECT_EQ(counts(*ledgers().import(other, "部门会议", {file("HY-1,2024-1-5,1,\n")})), "1/0/0/0");
    EXPECT_EQ(records(), Lines{"HY-1|2024-01-05|35|"});
}

TEST_P(LedgersTest, TwoImportsAtOnceAreOneAfterTheOther)
{
    declare();
    import("");
    if (!many_connections()) return;  // an SQLite file has one connection, so imports queue there
    constexpr int importers = 4;
    std::atomic<int> stored{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < importers; ++i) {
        const auto own =
            file("HY-1,2024-1-5," + std::to_string(i) + ",\nHY-own-" + std::to_string(i) + ",2024-1-5,1,\n",
                 "会议" + std::to_string(i) + ".csv");
        threads.emplace_back([this, own, &stored] {
            const auto connection = open();
            Ledgers mine{*connection, clock};
            for (;;) {
                const auto report = mine.import(actor, "部门会议", {own});
                if (report) break;
                ASSERT_EQ(report.error().code, "ledgers.ledger.changed_meanwhile");
            }
            ++stored;
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(stored, importers);
    EXPECT_EQ(records().size(), 1U + importers);
    EXPECT_EQ(ledgers().history(actor, "部门会议", "HY-1")->versions.size(), static_cast<std::size_t>(importers));
    EXPECT_EQ(audits("ledgers.import"), 1U + importers);
}

TEST_P(LedgersTest, ALedgerIsClaimedOnlyAsItWasRead)
{
    declare();
    LedgerStore store{*db};
    const Ledger read = store.find(actor.org, "部门会议").value();
    EXPECT_TRUE(store.claim(actor.org, read));
    EXPECT_FALSE(store.claim(actor.org, read));
    EXPECT_TRUE(store.claim(actor.org, store.find(actor.org, "部门会议").value()));
}

TEST_P(LedgersTest, TheDatabaseHoldsOneRecordPerIdentity)
{
    declare();
    import("HY-1,2024-1-5,35,\n");
    constexpr std::string_view twice = R"(
        INSERT INTO ledgers_row (org_id, id, ledger_id, identity, cells, digest, place, import_id, version)
        SELECT org_id, 'another', ledger_id, identity, cells, digest, place, import_id, 1 FROM ledgers_row)";
    try {
        db->execute(twice);
        FAIL() << "the same identity twice was stored";
    } catch (const sql::SqlError& error) {
        EXPECT_EQ(error.violation(), sql::Violation::unique);
    }
}

MINGJI_EACH_ENGINE(LedgersTest);

}  // namespace
}  // namespace ledgers
