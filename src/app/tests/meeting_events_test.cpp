// SPDX-License-Identifier: Apache-2.0
// Who hears live of a changed meeting: routes, gateway and streams as the server puts them together.
#include "app/tests/served.h"
#include "sql/tests/each_engine.h"

namespace app {
namespace {

using identity::Scope;

class MeetingEvents : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override { return schema(); }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        db.reset();
        served = std::make_unique<Served>(target());
        const base::OrgId unit = served->add_org("unit");
        const base::OrgId elsewhere = served->add_org("elsewhere");
        officer = person(unit, "officer", "performance");
        asker = person(unit, "asker", "section");
        colleague = person(unit, "colleague", "section");
        stranger = person(elsewhere, "stranger", "performance");
        const Answer room =
            served->post("/api/v1/meetings/rooms", officer, R"({"code":"A","name":"示例会议室","area":"",
            "seats":20,"equipment":[],"layouts":[],"opening":{"weekdays":[1,2,3,4,5,6,7],"from":"00:00","until":"24:00",
            "closed_days":[]},"needs_approval":false,"is_active":true})");
        ASSERT_EQ(room.status, 201) << room.body;
    }
    void TearDown() override
    {
        served.reset();
        EachEngine::TearDown();
    }

    Browser person(const base::OrgId& org, const std::string& account, const std::string& role)
    {
        return served->sign_in(org, served->add_person(org, account, {{role, Scope::unit}}));
    }
    // The number of a meeting of that day that `asker` booked.
    std::string booked(const std::string& day)
    {
        const Answer answer = served->post(
            "/api/v1/meetings/bookings", asker,
            R"({"room":"A","from":")" + day + R"(T09:00:00+08:00","until":")" + day +
                R"(T10:00:00+08:00","title":"示例会议","kind":"工作会议","host":"示例科室","attendees":5})");
        EXPECT_EQ(answer.status, 201) << answer.body;
        return std::string{answer.json.at("items").at(0).at("number").as_string()};
    }
    std::shared_ptr<http::Subscription> stream_of(const Browser& browser)
    {
        return served->get("/api/v1/events", browser).events;
    }
    static std::string heard(http::Subscription& stream)
    {
        std::string all;
        for (const http::Event& event : stream.take()) all += event.data + "\n";
        return all;
    }

    std::unique_ptr<Served> served;
    Browser officer, asker, colleague, stranger;
};

TEST_P(MeetingEvents, NameAMeetingToThoseAloneWhomItConcerns)
{
    const auto concerned = stream_of(asker), other = stream_of(colleague), far = stream_of(stranger);
    const std::string number = booked("2026-12-01");
    const std::string of_all = "{\"what\":\"meetings.bookings\",\"name\":\"\"}\n";
    EXPECT_EQ(heard(*concerned), of_all);  // that the day has another meeting, and not which
    EXPECT_EQ(heard(*other), of_all);
    const std::string one = "/api/v1/meetings/bookings/" + number;
    const std::string of_one = "{\"what\":\"meetings.notices\",\"name\":\"" + number + "\"}\n";
    const Answer moved = served->post(
        one + "/moves", officer,
        R"({"version":1,"room":"A","from":"2026-12-01T11:00:00+08:00","until":"2026-12-01T12:00:00+08:00"})");
    ASSERT_EQ(moved.status, 200) << moved.body;
    EXPECT_EQ(heard(*concerned), of_all + of_one);
    EXPECT_EQ(heard(*other), of_all);
    const Answer sheet = served->change(http::Method::put, one + "/service", officer,
                                        R"({"banner":"示例","place_cards":[],"refreshments":[],"equipment":[],
                                            "staff":[{"account":"colleague","name":"示例"}]})");
    ASSERT_EQ(sheet.status, 200) << sheet.body;
    const std::string of_service = "{\"what\":\"meetings.service\",\"name\":\"\"}\n";
    EXPECT_EQ(heard(*concerned), of_service + of_one);
    EXPECT_EQ(heard(*other), of_service + of_one);  // who serves from now on is told, too
    EXPECT_EQ(heard(*far), "");
}

TEST_P(MeetingEvents, NameEachMeetingOfASeriesThatEnds)
{
    const Answer answer = served->post(
        "/api/v1/meetings/bookings", asker,
        R"({"room":"A","from":"2026-12-01T09:00:00+08:00","until":"2026-12-01T10:00:00+08:00","title":"示例会议",
            "kind":"工作会议","host":"示例科室","attendees":5,"series":{"every":"day","last_day":"2026-12-03","leave_out":[]}})");
    ASSERT_EQ(answer.status, 201) << answer.body;
    const auto concerned = stream_of(asker), other = stream_of(colleague);
    const std::string first{answer.json.at("items").at(0).at("number").as_string()};
    const Answer ended = served->post("/api/v1/meetings/bookings/" + first + "/cancel", officer,
                                      R"({"version":1,"reason":"示例","with_following":true})");
    ASSERT_EQ(ended.status, 200) << ended.body;
    const std::string told = heard(*concerned);
    for (const auto& one : answer.json.at("items").as_array())
        EXPECT_NE(told.find(std::string{one.at("number").as_string()}), std::string::npos) << told;
    EXPECT_EQ(heard(*other), "{\"what\":\"meetings.bookings\",\"name\":\"\"}\n");
}

MINGJI_EACH_ENGINE(MeetingEvents);

}  // namespace
}  // namespace app
