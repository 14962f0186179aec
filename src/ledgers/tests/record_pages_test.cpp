// SPDX-License-Identifier: Apache-2.0
#include "identity/identity.h"
#include "ledgers/exports.h"
#include "ledgers/ledgers.h"
#include "ledgers/tests/register_file.h"
#include "sql/tests/each_engine.h"

namespace ledgers {
namespace {

constexpr int all = 250;

// A register of 250 records in an organisation with a section, on each engine.
class RecordPagesTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), closing::migrations(), migrations()};
    }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        identity::Organisations organisations{*db, clock};
        actor.org = organisations.create(actor, {{}, "示例中心", "420112", "示例区"})->id;
        section =
            organisations.create(actor, {{}, "示例科", "420112", "示例区", identity::OrgKind::section, actor.org})
                ->id.text();
        Column number{"编号"};
        number.is_identity = true;
        definition = {"会议", {number, {"类别"}, {"人数", ColumnType::integer}, {"费用", ColumnType::money}}};
        ASSERT_TRUE(ledgers().declare(actor, {definition}));
        std::string rows = "编号,类别,人数,费用\n";
        for (int n = 0; n < all; ++n)
            rows += std::to_string(1000 + n) + "," + (n % 5 == 0 ? "培训" : "例会") + "," +
                    std::to_string(n * 7 % 100) + ",1.50\n";
        ASSERT_TRUE(import(actor, rows));
    }

    Ledgers ledgers() { return {*db, clock}; }
    base::Result<ImportReport> import(const base::Actor& who, const std::string& text, Missing missing = Missing::keep)
    {
        clock.advance(1'000);
        ImportOptions options;
        options.missing = missing;
        return ledgers().import(who, "会议", {folder.text("会议.csv", text)}, options);
    }
    base::Actor person(const std::string& id, base::Reach reach, const std::string& in_section = {})
    {
        return {actor.org, id,    "test",    {"ledgers.import", "ledgers.declare", "ledgers.map"}, false, id,
                actor.org, reach, in_section};
    }

    RecordPage page(const RecordQuery& query, const Window& window)
    {
        auto found = ledgers().page(actor, "会议", query, window, lists);
        EXPECT_TRUE(found) << found.error().code;
        return found ? *std::move(found) : RecordPage{};
    }
    // Every identity, page after page.
    std::vector<std::string> walked(const RecordQuery& query, std::size_t limit)
    {
        std::vector<std::string> found;
        Window window;
        window.limit = limit;
        while (true) {
            const RecordPage some = page(query, window);
            for (const ShownRecord& record : some.records) found.push_back(record.identity);
            if (some.next.second.empty()) return found;
            window.version = some.next.first;
            window.after = window.version.empty() ? some.next.second : "";
            window.offset = window.version.empty() ? 0 : std::stoul(some.next.second);
        }
    }
    RecordQuery filtered(const std::string& text) { return {"", {parse_filter(definition, text).value()}, {}}; }
    RecordQuery ordered(const std::string& text) { return {"", {}, parse_sort(definition, text).value()}; }

    base::FixedClock clock{1'704'067'200'000};
    base::Actor actor{base::OrgId{}, "tester", "test", {}, true};
    std::string section;
    Definition definition;
    RecordLists lists;
    TestFolder folder;
};

TEST_P(RecordPagesTest, EveryWayOfPagingSeesEachRecordOnce)
{
    for (const RecordQuery& query : {RecordQuery{}, ordered("人数"), ordered("-人数"), filtered("类别=培训")}) {
        const std::vector<std::string> found = walked(query, 33);
        const std::size_t expected = query.filters.empty() ? all : all / 5;
        EXPECT_EQ(found.size(), expected);
        EXPECT_EQ(std::set<std::string>(found.begin(), found.end()).size(), expected);
        EXPECT_EQ(page(query, {}).total, static_cast<std::int64_t>(expected));
        const RecordPage at_offset = page(query, {40, 3});
        ASSERT_EQ(at_offset.records.size(), 3U);
        EXPECT_EQ(at_offset.records[0].identity, found[40]);
    }
    EXPECT_TRUE(page({}, {all, 10}).records.empty());
    EXPECT_TRUE(page(ordered("人数"), {all + 5, 10}).records.empty());
}

TEST_P(RecordPagesTest, TheEnginesAgreeOnTheOrder)
{
    const std::vector<std::string> found = walked(ordered("-人数"), 200);
    EXPECT_EQ(found.front(), "1057");  // 57 * 7 % 100 = 99, the first of them
    EXPECT_EQ(found.back(), "1200");   // 0, the last of them
}

TEST_P(RecordPagesTest, AListIsNotOlderThanTheRegister)
{
    EXPECT_EQ(page(filtered("类别=培训"), {}).total, all / 5);
    const auto next = page(ordered("人数"), {0, 10}).next;
    ASSERT_TRUE(import(actor, "编号,类别,人数,费用\n9999,培训,1,1.00\n"));
    EXPECT_EQ(page(filtered("类别=培训"), {}).total, all / 5 + 1);
    const Window stale{std::stoul(next.second), 10, "", next.first};
    EXPECT_EQ(ledgers().page(actor, "会议", ordered("人数"), stale, lists).error().code,
              "ledgers.query.changed_meanwhile");
}

TEST_P(RecordPagesTest, RemovedRecordsDoNotCount)
{
    ASSERT_TRUE(import(actor, "编号,类别,人数,费用\n1000,培训,0,1.50\n", Missing::remove));
    EXPECT_EQ(page({}, {}).total, 1);
    EXPECT_EQ(page(ordered("人数"), {}).total, 1);
    EXPECT_EQ(walked({}, 10), std::vector<std::string>{"1000"});
}

TEST_P(RecordPagesTest, WhoReachesASectionSeesItsRegistersAndNoOthers)
{
    const base::Actor clerk = person("p1", base::Reach::section, section);
    EXPECT_TRUE(ledgers().list(clerk).empty());
    EXPECT_EQ(ledgers().find(clerk, "会议").error().code, "ledgers.ledger.unknown");
    EXPECT_EQ(ledgers().page(clerk, "会议", {}, {}, lists).error().code, "ledgers.ledger.unknown");
    EXPECT_EQ(ledgers().history(clerk, "会议", "1000").error().code, "ledgers.ledger.unknown");
    EXPECT_EQ(import(clerk, "编号,类别,人数,费用\n1,a,1,1\n").error().code, "ledgers.ledger.unknown");
    EXPECT_EQ(ledgers().import(clerk, "会议台账", {folder.text("a.csv", "x\n")}).error().code,
              "ledgers.ledger.unknown");
    EXPECT_EQ(ledgers().change(clerk, {definition, section}).error().code, "ledgers.ledger.unknown");
    EXPECT_EQ(ledgers().create(clerk, {{"别的", definition.columns}, ""}).error().code, "ledgers.declare.out_of_reach");
    EXPECT_EQ(ledgers().create(actor, {{"别的", definition.columns}, "none"}).error().code, "ledgers.section.unknown");

    ASSERT_TRUE(ledgers().change(actor, {definition, section}));
    EXPECT_EQ(ledgers().list(clerk).size(), 1U);
    EXPECT_EQ(ledgers().page(clerk, "会议", {}, {}, lists)->total, all);
    EXPECT_TRUE(import(clerk, "编号,类别,人数,费用\n1,a,1,1\n"));
    EXPECT_EQ(ledgers().find(person("p2", base::Reach::section, "other"), "会议").error().code,
              "ledgers.ledger.unknown");
    ASSERT_TRUE(ledgers().create(clerk, {{"本科台账", definition.columns}, section}));
    EXPECT_EQ(ledgers().list(clerk).size(), 2U);
}

TEST_P(RecordPagesTest, WhoReachesOwnRecordsSeesAndChangesNoOthers)
{
    const base::Actor me = person("p1", base::Reach::own);
    EXPECT_EQ(ledgers().page(me, "会议", {}, {}, lists)->total, 0);
    ASSERT_TRUE(import(me, "编号,类别,人数,费用\n1,a,1,1\n2,b,2,1\n"));
    EXPECT_EQ(ledgers().page(me, "会议", {}, {}, lists)->total, 2);
    EXPECT_EQ(ledgers().page(me, "会议", ordered("人数"), {}, lists)->total, 2);
    EXPECT_EQ(page(ordered("人数"), {}).total, all + 2);  // not the same list
    EXPECT_EQ(ledgers().list(me).front().records, 2);
    std::size_t exported = 0;
    ASSERT_TRUE(ledgers().each_record(me, "会议", {}, [&](const ShownRecord&) { ++exported; }));
    EXPECT_EQ(exported, 2U);

    EXPECT_EQ(import(me, "编号,类别,人数,费用\n1000,改,1,1\n3,c,1,1\n").error().code, "ledgers.import.foreign_records");
    EXPECT_EQ(page({}, {}).total, all + 2);
    const auto removing = import(me, "编号,类别,人数,费用\n1,a,1,1\n", Missing::remove);
    ASSERT_TRUE(removing);
    EXPECT_EQ(removing->removed, 1U);
    EXPECT_EQ(page({}, {}).total, all + 1);
    EXPECT_EQ(ledgers().history(me, "会议", "1000").error().code, "ledgers.row.unknown");
    EXPECT_TRUE(ledgers().history(me, "会议", "1"));
    EXPECT_EQ(ledgers().change(me, {definition, ""}).error().code, "ledgers.declare.out_of_reach");
}

TEST_P(RecordPagesTest, AnExportCanBeImportedAgain)
{
    const auto file = folder.file("out.xlsx");
    ASSERT_TRUE(export_records(ledgers(), actor, "会议", ordered("-人数"), file, spreadsheet::TableFormat::xlsx));
    const auto again = ledgers().preview(actor, "会议", {file});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->difference.unchanged, static_cast<std::size_t>(all));
    EXPECT_TRUE(again->reading.is_clean());
    EXPECT_EQ(
        export_records(ledgers(), actor, "没有", {}, folder.file("b.csv"), spreadsheet::TableFormat::csv).error().code,
        "ledgers.ledger.unknown");
    EXPECT_FALSE(std::filesystem::exists(folder.file("b.csv")));
}

TEST_P(RecordPagesTest, AMappingIsReplacedAsAWhole)
{
    ASSERT_TRUE(ledgers().map_all(actor, "会议", {{"单号", "编号"}, {"附注", ""}}));
    EXPECT_EQ(ledgers().mapping(actor, "会议")->size(), 2U);
    EXPECT_EQ(ledgers().map_all(actor, "会议", {{"x", "没有"}}).error().code, "ledgers.map.column_unknown");
    EXPECT_EQ(ledgers().mapping(actor, "会议")->size(), 2U);
    ASSERT_TRUE(ledgers().map_all(actor, "会议", {}));
    EXPECT_TRUE(ledgers().mapping(actor, "会议")->empty());
}

TEST_P(RecordPagesTest, ProgressCanEndAnImport)
{
    ImportOptions options;
    options.progress = [](std::int64_t, std::int64_t) { throw base::Cancelled{}; };
    const auto file = folder.text("会议.csv", "编号,类别,人数,费用\n5,a,1,1\n");
    EXPECT_THROW(static_cast<void>(ledgers().import(actor, "会议", {file}, options)), base::Cancelled);
    EXPECT_EQ(page({}, {}).total, all);
}

MINGJI_EACH_ENGINE(RecordPagesTest);

}  // namespace
}  // namespace ledgers
