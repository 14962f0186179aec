// SPDX-License-Identifier: Apache-2.0
#include "ledgers/core/reach.h"

#include <gtest/gtest.h>

#include "ledgers/core/difference.h"
#include "ledgers/record_lists.h"

namespace ledgers {
namespace {

base::Actor actor_with(base::Reach reach, const std::string& section = "s1", const std::string& person = "p1")
{
    return {base::OrgId{"o"}, "a", "test", {}, false, person, base::OrgId{"o"}, reach, section};
}

TEST(Reached, FollowsTheReachOfTheActor)
{
    using base::Reach;
    EXPECT_EQ(reached(actor_with(Reach::organisation), ""), Reached::all);
    EXPECT_EQ(reached(actor_with(Reach::organisation), "s2"), Reached::all);
    EXPECT_EQ(reached(actor_with(Reach::section), "s1"), Reached::all);
    EXPECT_EQ(reached(actor_with(Reach::section), "s2"), Reached::nothing);
    EXPECT_EQ(reached(actor_with(Reach::section), ""), Reached::nothing);
    EXPECT_EQ(reached(actor_with(Reach::section, ""), ""), Reached::nothing);  // of no section, and so of none
    EXPECT_EQ(reached(actor_with(Reach::own), ""), Reached::own);
    EXPECT_EQ(reached(actor_with(Reach::own), "s2"), Reached::own);
    EXPECT_EQ(reached(actor_with(Reach::own, "s1", ""), ""), Reached::nothing);  // nobody in particular owns nothing
    base::Actor command_line = actor_with(Reach::own, "", "");
    command_line.unrestricted = true;
    EXPECT_EQ(reached(command_line, "s1"), Reached::all);
}

TEST(ComparisonOfAnOwner, LeavesTheRecordsOfOthersAlone)
{
    Column number{"编号"};
    number.is_identity = true;
    const Definition definition{"会议", {number, {"名称"}}};
    const std::vector<NewRecord> records{{"a", join_cells({"a", "新"}), {}}, {"b", join_cells({"b", "新"}), {}}};
    const auto known = [](const char* id, const char* importer) {
        return KnownRecord{id, id, join_cells({id, "旧"}), "", 1, false, importer};
    };
    Comparison comparison{definition, records, "p1"};
    comparison.known(known("a", "p1"));
    comparison.known(known("b", "p2"));
    comparison.known(known("c", "p1"));
    comparison.known(known("d", "p2"));
    const Difference difference = comparison.finish();
    EXPECT_EQ(difference.changed.size(), 1U);
    EXPECT_EQ(difference.foreign, std::vector<std::string>{"b"});
    ASSERT_EQ(difference.missing.size(), 1U);
    EXPECT_EQ(difference.missing.front().identity, "c");
    EXPECT_TRUE(difference.added.empty());
}

TEST(RecordLists, RemembersWhatWasAskedForLast)
{
    RecordLists lists;
    const auto of_bytes = [](std::size_t bytes) {
        auto list = std::make_shared<RecordList>();
        list->add(std::string(bytes, 'x'));
        return list;
    };
    lists.keep("a", of_bytes(12 << 20));
    lists.keep("b", of_bytes(12 << 20));
    EXPECT_TRUE(lists.find("a"));
    lists.keep("c", of_bytes(12 << 20));  // no room for three: b was not asked for longest
    EXPECT_TRUE(lists.find("a"));
    EXPECT_FALSE(lists.find("b"));
    EXPECT_TRUE(lists.find("c"));
    lists.keep("d", of_bytes(40 << 20));  // larger than all the room: it alone
    EXPECT_TRUE(lists.find("d"));
    EXPECT_FALSE(lists.find("a"));
    lists.keep("d", of_bytes(1));
    EXPECT_EQ(lists.find("d")->bytes(), 1U);
}

}  // namespace
}  // namespace ledgers
