// SPDX-License-Identifier: Apache-2.0
#include "http/events.h"

#include <gtest/gtest.h>

namespace http {
namespace {

std::vector<std::string> types(Subscription& subscription)
{
    std::vector<std::string> found;
    for (const Event& event : subscription.take()) found.push_back(event.type);
    return found;
}

using Types = std::vector<std::string>;

TEST(EventHub, TellsOnlyThoseConcerned)
{
    EventHub hub{"e"};
    const auto ours = hub.subscribe("a", "li", "");
    const auto theirs = hub.subscribe("b", "li", "");
    hub.publish("a", "job", "{}");
    hub.publish("", "notice", "{}");
    EXPECT_EQ(types(*ours), (Types{"job", "notice"}));
    EXPECT_EQ(types(*theirs), (Types{"notice"}));
    EXPECT_TRUE(ours->take().empty());
}

TEST(EventHub, WhatIsForAnAccountIsHeardByNobodyElse)
{
    EventHub hub{"e"};
    const auto li = hub.subscribe("a", "li", "");
    const auto also_li = hub.subscribe("a", "li", "");  // another window
    const auto wang = hub.subscribe("a", "wang", "");
    const auto elsewhere = hub.subscribe("b", "li", "");
    hub.publish("a", "one", "{}", "li");
    hub.publish("a", "two", "{}");
    EXPECT_EQ(types(*li), (Types{"one", "two"}));
    EXPECT_EQ(types(*also_li), (Types{"one", "two"}));
    EXPECT_EQ(types(*wang), (Types{"two"}));
    EXPECT_EQ(types(*elsewhere), Types{});
    // Nor by who says that they come back to it.
    EXPECT_EQ(types(*hub.subscribe("a", "wang", "e-0")), (Types{"two"}));
    EXPECT_EQ(types(*hub.subscribe("a", "li", "e-0")), (Types{"one", "two"}));
    EXPECT_EQ(types(*hub.subscribe("b", "li", "e-0")), Types{});
}

TEST(EventHub, WhoComesBackMissesNothing)
{
    EventHub hub{"e"};
    auto first = hub.subscribe("a", "li", "");
    hub.publish("a", "one", "{}");
    const std::string seen = first->take().front().id;
    first.reset();
    hub.publish("a", "two", "{}");
    hub.publish("b", "other", "{}");
    hub.publish("a", "three", "{}");
    EXPECT_EQ(types(*hub.subscribe("a", "li", seen)), (Types{"two", "three"}));
    EXPECT_EQ(types(*hub.subscribe("a", "li", "e-4")), Types{});
}

TEST(EventHub, SaysWhenItCannotTellWhatWasMissed)
{
    EventHub hub{"e"};
    hub.publish("a", "one", "{}");
    EXPECT_EQ(types(*hub.subscribe("a", "li", "another start-17")), (Types{"resync"}));
    for (int i = 0; i < 2'001; ++i) hub.publish("a", "many", "{}");
    EXPECT_EQ(types(*hub.subscribe("a", "li", "e-1")), (Types{"resync"}));
    EXPECT_EQ(types(*hub.subscribe("a", "li", "e-2")).size(), 2'000U);
}

TEST(EventHub, AReaderThatSleepsIsNotKeptInMemory)
{
    EventHub hub{"e"};
    const auto asleep = hub.subscribe("a", "li", "");
    for (int i = 0; i < 5'000; ++i) hub.publish("a", "many", "{}");
    const Types found = types(*asleep);
    EXPECT_LE(found.size(), 2'001U);
    EXPECT_EQ(found.front(), "resync");
}

TEST(EventHub, WakesWhoWaitsAndForgetsWhoLeft)
{
    EventHub hub{"e"};
    int woken = 0;
    auto waiting = hub.subscribe("a", "li", "");
    waiting->on_event([&woken] { ++woken; });
    hub.publish("a", "one", "{}");
    hub.publish("b", "other", "{}");
    EXPECT_EQ(woken, 1);
    EXPECT_EQ(hub.subscribers(), 1U);
    waiting.reset();
    EXPECT_EQ(hub.subscribers(), 0U);
}

TEST(EventText, IsWhatBrowsersRead)
{
    EXPECT_EQ(to_text({"e-1", "a", "job", "{\"n\":1}"}), "id: e-1\nevent: job\ndata: {\"n\":1}\n\n");
}

}  // namespace
}  // namespace http
