// SPDX-License-Identifier: Apache-2.0
#include "sql/where.h"

#include "sql/tests/each_engine.h"

namespace sql {
namespace {

class WhereTest : public EachEngine {
protected:
    std::vector<std::span<const Migration>> slices() const override { return {}; }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        db->script(db->engine() == Engine::sqlite ? "CREATE TABLE names (n INTEGER, name TEXT) STRICT"
                                                  : "CREATE TABLE names (n BIGINT, name TEXT COLLATE \"C\")");
        std::int64_t n = 0;
        for (const char* const name : {"会议", "50% off", "50 off", "a_b", "axb", "wow!", "ABC", "it's"})
            db->execute("INSERT INTO names (n, name) VALUES (:n, :name)", {{"n", ++n}, {"name", name}});
    }

    std::string found(const std::string& text)
    {
        Where where{"SELECT name FROM names WHERE n > :least", {{"least", 0}}};
        where.with_if(!text.empty(), "strpos(name, :part) > 0", {{"part", text}});
        std::string names;
        for (const Row& row : db->query(where.text(" ORDER BY n"), where.parameters()))
            names += (names.empty() ? "" : "|") + row.text("name");
        return names;
    }
};

TEST_P(WhereTest, WhatIsLookedForStandsForItself)
{
    EXPECT_EQ(found("%"), "50% off");
    EXPECT_EQ(found("_"), "a_b");
    EXPECT_EQ(found("!"), "wow!");
    EXPECT_EQ(found("'"), "it's");
    EXPECT_EQ(found("会"), "会议");
    EXPECT_EQ(found("ABC"), "ABC");
    EXPECT_EQ(found("abc"), "");
    EXPECT_EQ(found("' OR 1=1 --"), "");
    EXPECT_EQ(found(""), "会议|50% off|50 off|a_b|axb|wow!|ABC|it's");
}

TEST_P(WhereTest, TheEnginesCountLettersAlike)
{
    const auto place = [&](const char* text, const char* part) {
        return db
            ->query("SELECT strpos(CAST(:text AS TEXT), CAST(:part AS TEXT)) AS place",
                    {{"text", text}, {"part", part}})
            .front()
            .integer("place");
    };
    EXPECT_EQ(place("示例会议", "会"), 3);
    EXPECT_EQ(place("示例会议", "议会"), 0);
    EXPECT_EQ(place("abc", "abc"), 1);
    EXPECT_EQ(place("abc", ""), 1);
    EXPECT_EQ(place("", ""), 1);
    EXPECT_EQ(place("", "a"), 0);
}

TEST_P(WhereTest, ConditionsThatAreNotAskedForAreNotThere)
{
    Where where{"SELECT n FROM names WHERE n > :least", {{"least", 2}}};
    where.with_if(false, "name = :name", {{"name", "ABC"}}).with_if(true, "n < :most", {{"most", 5}});
    EXPECT_EQ(where.text(), "SELECT n FROM names WHERE n > :least AND n < :most");
    EXPECT_EQ(db->query(where.text(), where.parameters()).size(), 2U);
}

MINGJI_EACH_ENGINE(WhereTest);

}  // namespace
}  // namespace sql
