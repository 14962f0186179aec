// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ratio.h"
#include "base/result.h"
#include "premises/core/named.h"
#include "premises/core/room.h"

namespace allocations {

// How a unit gets offices, in the order in which it has to be tried (党政机关办公用房管理办法, 2017; 行政事业性国有资产
// 管理条例 第十一条).
enum class Way { reallocation, exchange, lease, construction };
inline constexpr std::array ways{premises::Named<Way>{Way::reallocation, "reallocation", "调剂"},
                                 premises::Named<Way>{Way::exchange, "exchange", "置换"},
                                 premises::Named<Way>{Way::lease, "lease", "租用"},
                                 premises::Named<Way>{Way::construction, "construction", "建设"}};

// `none`: nothing came of the way, the next one is open. `found`: the request may be settled by it.
enum class StepResult { none, found };
inline constexpr std::array step_results{premises::Named<StepResult>{StepResult::none, "none", "无"},
                                         premises::Named<StepResult>{StepResult::found, "found", "有"}};

enum class RequestOutcome { satisfied, withdrawn, refused };
inline constexpr std::array request_outcomes{
    premises::Named<RequestOutcome>{RequestOutcome::satisfied, "satisfied", "已满足"},
    premises::Named<RequestOutcome>{RequestOutcome::withdrawn, "withdrawn", "已撤回"},
    premises::Named<RequestOutcome>{RequestOutcome::refused, "refused", "不予配置"}};

// One kind of rooms, as it was when the unit asked: what it asked for, is entitled to and had.
struct AskedArea {
    premises::RoomUse use = premises::RoomUse::office;
    std::int64_t rooms = 0;
    premises::Area asked = {};
    premises::Area approved = {};
    premises::Area actual = {};
    premises::Area pending = {};  // asked for in other requests that were open
};

struct AskedRank {
    std::string rank = {};
    std::int64_t posts = 0;
    std::int64_t persons = 0;  // who had a room
    premises::Area standard = {};
};

// A room that nobody had when 调剂 was tried, and why it was not taken.
struct OfferedRoom {
    std::string building = {};
    std::string room = {};
    premises::RoomUse use = premises::RoomUse::office;
    premises::Area usable = {};
    bool is_suitable = false;
    std::string refusal = {};
};

struct RefusedRoom {
    std::string building = {};
    std::string room = {};
    std::string reason = {};
};

// The papers of 租用 (机关事务管理条例 第二十三条: not without the approval of the government at the same level) and of
// 建设 (机关团体建设楼堂馆所管理条例 第十条).
struct WayPapers {
    std::string application = {};  // 使用单位申请
    std::string approval = {};     // 机关事务部门核准
    std::string finance = {};      // 财政审核
    std::string government = {};   // 本级政府批准
    std::string project = {};      // 建设项目批复文号
};

struct WayStep {
    Way way = Way::reallocation;
    StepResult result = StepResult::none;
    base::Date taken_on = {};
    std::string document = {};
    std::string searched = {};
    std::string reason = {};
    WayPapers papers = {};
    std::vector<OfferedRoom> offered = {};  // of 调剂
    std::string recorded_by = {};
};

struct Settlement {
    RequestOutcome outcome = RequestOutcome::satisfied;
    base::Date settled_on = {};
    std::string reason = {};
    std::optional<Way> way = {};
    std::string reference = {};  // number of the agreement, exchange paper, lease code, construction approval
    premises::Area office = {};
    premises::Area service = {};
    std::string recorded_by = {};
};

// A unit asks for offices (配置申请).
struct Request {
    std::string number = {};  // 2024-0001, given by the store: by year of asking, without a gap
    std::string unit = {};
    base::Date asked_on = {};
    std::string reason = {};
    std::string document = {};
    std::string standard = {};  // the version of the standard by which the approved areas were counted
    std::string standard_document = {};
    std::vector<AskedArea> areas = {};  // offices, service rooms
    std::vector<AskedRank> ranks = {};
    std::vector<WayStep> steps = {};
    std::optional<Settlement> settlement = {};

    const AskedArea* area(premises::RoomUse use) const;
};

// What a unit asks for. Refuses allocations.request.in_future {date}, .reason_missing, .document_missing,
// .nothing_asked, .incomplete {use} (rooms without area, or the reverse).
base::Result<void> check(const Request& request, base::Date today);
// Nothing above the approved area is given: no paper allows it. Refuses allocations.request.over_approved {use,
// approved, actual, pending, asked}.
base::Result<void> check_within_approved(const AskedArea& area);
// All kinds together, equipment rooms included. Refuses allocations.request.total_over_approved {approved, actual,
// pending, asked}.
base::Result<void> check_within_total(const Request& request, const base::Ratio& approved, premises::Area actual);

// The first way of which the last step is not `none`; none where all failed, and where the request ended.
std::optional<Way> next_way(const Request& request);

// Of a kind that was asked for, and not larger than what was asked for.
bool suits(const Request& request, premises::RoomUse use, premises::Area usable);
// How far a room is from what was asked for by room: those with a smaller one stand first.
premises::Area distance(const Request& request, premises::RoomUse use, premises::Area usable);

// Writes the reasons beside the rooms. Refuses allocations.step.room_not_offered, .room_twice {building, room}.
base::Result<void> answer_offered(WayStep& step, const std::vector<RefusedRoom>& refused);

// Whether `step` may be added. Refuses allocations.request.settled {number, date}, .step.in_future {date}, .before_last
// {date}, .document_missing, .earlier_open {way, earlier}, .reason_missing, .searched_missing, .room_unanswered
// {building, room}, .paper_missing {member, paper}, .paper_unexpected {member, paper, way}.
base::Result<void> check_step(const Request& request, const WayStep& step, base::Date today);

// Whether 调剂 still fails with the rooms that are free now: a later way is not open while one that suits was not
// refused. Refuses allocations.step.room_free {building, room}.
base::Result<void> check_nothing_new(const Request& request, const std::vector<OfferedRoom>& now);

// Whether the request may end so. Refuses allocations.request.settled, .settlement.in_future {date}, .before_last
// {date}, .reason_missing, .unexpected, .way_missing, .reference_missing, .way_not_found {way}, .step.earlier_open,
// .settlement.nothing_obtained, .over_approved {use, approved, actual, obtained}.
base::Result<void> check_settlement(const Request& request, const Settlement& settlement, base::Date today);

std::string digest_of(const Request& request);

}  // namespace allocations
