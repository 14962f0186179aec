// SPDX-License-Identifier: Apache-2.0
#include "sql/dump.h"

#include <sstream>

#include "base/sm3.h"
#include "sql/tables.h"
#include "sql/tests/each_engine.h"

namespace sql {
namespace {

constexpr std::array part_steps{Migration{"demo", 1, "create", "", R"(
CREATE TABLE demo_part (
    org_id    TEXT   NOT NULL,
    id        TEXT   NOT NULL,
    whole_id  TEXT   NULL,
    thing_id  TEXT   NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, whole_id) REFERENCES demo_part (org_id, id)
);
CREATE TABLE demo_a_thing (
    org_id TEXT   NOT NULL,
    amount BIGINT NULL,
    id     TEXT   NOT NULL,
    PRIMARY KEY (org_id, id)
);
)"},
                                Migration{"demo", 2, "note", "", R"(
ALTER TABLE demo_a_thing ADD COLUMN note TEXT NOT NULL DEFAULT '-';
)"}};

class DumpTest : public EachEngine {
protected:
    std::vector<std::span<const Migration>> slices() const override { return {part_steps}; }

    void fill()
    {
        db->script(
            "INSERT INTO demo_a_thing (org_id, id, amount, note) VALUES "
            "('o', 'b', 9007199254740993, '王'), ('o', 'a', NULL, ''), ('o', 'B', -1, '\\N')");
        db->execute("INSERT INTO demo_a_thing (org_id, id, amount, note) VALUES ('o', :id, 0, :note)",
                    {{"id", "@end 3 x"}, {"note", "tab\tline\nreturn\rback\\slash @ at"}});
        // A part before the whole that it belongs to.
        db->script("INSERT INTO demo_part (org_id, id, whole_id, thing_id) VALUES ('o', 'z', NULL, 'a')");
        db->script("INSERT INTO demo_part (org_id, id, whole_id, thing_id) VALUES ('o', 'a', 'z', 'a')");
    }
    std::string dumped(Connection& from)
    {
        std::string text;
        dump(from, [&text](std::string_view piece) { text += piece; });
        return text;
    }
    static ReadLine reader(const std::string& text)
    {
        auto stream = std::make_shared<std::istringstream>(text);
        return [stream]() -> std::optional<std::string> {
            std::string line;
            return std::getline(*stream, line) ? std::optional{line} : std::nullopt;
        };
    }
    base::Result<std::vector<DumpedTable>> loaded(Connection& into, const std::string& text)
    {
        return load(into, slices(), reader(text));
    }
    // An empty database of the same engine; on PostgreSQL the rows of `db` are gone then.
    std::unique_ptr<Connection> empty()
    {
        if (!many_connections()) return Connection::open(":memory:");
        drop_everything(*db);
        return open();
    }
};

TEST_P(DumpTest, ComesBackAsItWas)
{
    fill();
    const std::string before = dumped(*db);
    const auto other = empty();
    const auto outcome = loaded(*other, before);
    ASSERT_TRUE(outcome) << outcome.error().code;
    EXPECT_EQ(dumped(*other), before);
    ASSERT_EQ(outcome->size(), 2U);
    EXPECT_EQ((*outcome)[0].rows, 4);
    EXPECT_EQ((*outcome)[1].rows, 2);
}

TEST_P(DumpTest, IsTheSameOnBothEngines)
{
    fill();
    const std::string things =
        "o\t0\t\\@end 3 x\ttab\\tline\\nreturn\\rback\\\\slash \\@ at\n"
        "o\t-1\tB\t\\\\N\n"
        "o\t\\N\ta\t\n"
        "o\t9007199254740993\tb\t王\n";
    const std::string parts = "o\ta\tz\ta\no\tz\t\\N\ta\n";
    EXPECT_EQ(dumped(*db),
              "@mingji-dump 1\n@step demo 1\n@step demo 2\n"
              "@table demo_a_thing org_id:text amount:whole id:text note:text\n" +
                  things + "@end 4 " + base::sm3(things) +
                  "\n@table demo_part org_id:text id:text whole_id:text thing_id:text\n" + parts + "@end 2 " +
                  base::sm3(parts) + "\n");
}

TEST_P(DumpTest, AnOlderDumpIsBroughtToTheNewestSchema)
{
    const std::string old =
        "@mingji-dump 1\n@step demo 1\n@table demo_a_thing org_id:text amount:whole id:text\n"
        "@end 0 1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b\n"
        "@table demo_part org_id:text id:text whole_id:text thing_id:text\n"
        "@end 0 1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b\n";
    const auto other = empty();
    const auto outcome = loaded(*other, old);
    ASSERT_TRUE(outcome) << outcome.error().code;
    EXPECT_NE(dumped(*other).find("note:text"), std::string::npos);
}

TEST_P(DumpTest, RefusesWhatIsNotWhole)
{
    fill();
    const std::string good = dumped(*db);
    const auto other = empty();
    const auto code = [&](const std::string& text) {
        const auto outcome = loaded(*other, text);
        EXPECT_TRUE(tables(*other).empty()) << "something was left behind";
        return outcome ? "" : outcome.error().code;
    };
    EXPECT_EQ(code(""), "sql.dump.not_a_dump");
    EXPECT_EQ(code("@mingji-dump 2\n"), "sql.dump.not_a_dump");
    EXPECT_EQ(code(good.substr(0, good.find("\n@end") + 1)), "sql.dump.cut_off");
    EXPECT_EQ(code(good.substr(0, good.find("@table demo_part"))), "sql.dump.cut_off");
    EXPECT_EQ(code(good + "more\n"), "sql.dump.not_a_dump");
    const auto changed = [&](const char* from, const char* to) {
        std::string text = good;
        return text.replace(text.find(from), std::string{from}.size(), to);
    };
    EXPECT_EQ(code(changed("王", "玉")), "sql.dump.damaged");
    EXPECT_EQ(code(changed("o\t-1\tB\t\\\\N\n", "")), "sql.dump.damaged");
    EXPECT_EQ(code(changed("-1", "-x")), "sql.dump.damaged");
    EXPECT_EQ(code(changed("amount:whole", "amount:text")), "sql.dump.other_columns");
    EXPECT_EQ(code(changed("@step demo 2", "@step demo 3")), "sql.migration.newer");
}

TEST_P(DumpTest, NeverGoesOverWhatIsThere)
{
    fill();
    const std::string before = dumped(*db);
    const auto outcome = loaded(*db, before);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, "sql.dump.not_empty");
    EXPECT_EQ(dumped(*db), before);
}

MINGJI_EACH_ENGINE(DumpTest);

}  // namespace
}  // namespace sql
