// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ratio.h"
#include "base/result.h"
#include "premises/core/area.h"
#include "premises/core/named.h"

namespace premises {

// What kind of unit takes part in unified registration (权属统一登记): each kind has a figure of its own.
enum class Category { agency, public_one, public_two };
inline constexpr std::array categories{Named<Category>{Category::agency, "agency", "党政机关"},
                                       Named<Category>{Category::public_one, "public_one", "公益一类"},
                                       Named<Category>{Category::public_two, "public_two", "公益二类"}};

// How far a unit is. The last three are ends: recorded is what remains where papers are missing, and not registration.
enum class Step { not_started, collecting, surveyed, applied, recorded, registered, approved_to_user };
inline constexpr std::array steps{Named<Step>{Step::not_started, "not_started", "未启动"},
                                  Named<Step>{Step::collecting, "collecting", "收集资料"},
                                  Named<Step>{Step::surveyed, "surveyed", "已测绘"},
                                  Named<Step>{Step::applied, "applied", "已申请"},
                                  Named<Step>{Step::recorded, "recorded", "权属备案"},
                                  Named<Step>{Step::registered, "registered", "已登记"},
                                  Named<Step>{Step::approved_to_user, "approved_to_user", "核准登记在使用单位"}};
bool is_done(Step step);

struct TakenStep {
    Step step = Step::not_started;
    base::Date taken_on = {};
    std::string document = {};
    std::string note = {};
    std::string recorded_by = {};

    friend bool operator==(const TakenStep&, const TakenStep&) = default;
};

// A unit in a campaign. Its area is stated, or else what its buildings have together.
struct Member {
    std::string code = {};
    std::string unit = {};
    Category category = Category::agency;
    std::optional<Area> stated_area = {};
    std::vector<std::string> buildings = {};  // codes
    std::string note = {};
    std::vector<TakenStep> taken = {};  // in their order
    Area area = {};                     // what counts

    Step step() const { return taken.empty() ? Step::not_started : taken.back().step; }
    std::optional<base::Date> done_on() const;
    friend bool operator==(const Member&, const Member&) = default;
};

struct Campaign {
    std::string code = {};
    std::string name = {};
    std::optional<base::Date> started_on = {};
    std::optional<base::Date> due_on = {};
    std::string note = {};
};

// Refuses premises.campaign.code_empty, .name_empty, .due_before_start.
base::Result<void> check(const Campaign& campaign);
// Refuses premises.member.code_empty, .unit_empty, .area_missing (neither stated nor of buildings), .area_not_positive,
// .building_twice {building}.
base::Result<void> check(const Member& member);
// Whether the step may come next. Refuses premises.step.in_future {date}, .before_last {date}, .reason_missing {step}:
// a step back, or the same again, corrects something, so its note says what.
base::Result<void> check_next(const Member& member, const TakenStep& next, base::Date today);

struct Share {
    std::int64_t units_total = 0;
    std::int64_t units_done = 0;
    Area area_total = {};
    Area area_done = {};

    void add(const Member& member);
    // Per cent with two decimals, half-up; none without a unit or an area.
    std::optional<base::Decimal> units_rate() const;
    std::optional<base::Decimal> area_rate() const;
};

struct StepShare {
    Step step = Step::not_started;
    std::int64_t units = 0;
    Area area = {};
};

struct Progress {
    Share all = {};
    std::vector<std::pair<Category, Share>> by_category = {};  // categories that there are
    std::vector<StepShare> by_step = {};                       // every step
};
Progress progress_of(const std::vector<Member>& members);

}  // namespace premises
