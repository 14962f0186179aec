// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/named.h"
#include "base/result.h"

namespace repairs {

struct Equipment {
    std::string code = {};
    std::string name = {};
    std::string kind = {};
    std::string room = {};   // the code of a meeting room, or
    std::string place = {};  // where else it is
    std::string model = {};
    std::optional<base::Date> since = {};
    bool is_active = true;
    std::string note = {};
    std::int64_t version = 1;

    friend bool operator==(const Equipment&, const Equipment&) = default;
};

// Refuses repairs.equipment.code_empty, .name_empty, .kind_empty, .one_place (a room or a place, and one of them).
base::Result<void> check(const Equipment& equipment);

// What is looked at every so many days, of all equipment of a kind.
struct Plan {
    std::string code = {};
    std::string name = {};
    std::string kind = {};
    std::int64_t every_days = 30;
    base::Date first_day = {};
    std::vector<std::string> items = {};
    bool is_active = true;
    std::int64_t version = 1;
};

// Refuses repairs.plan.code_empty, .name_empty, .kind_empty, .days_out_of_range (1 to 3,660), .items_missing,
// .item_twice {item}.
base::Result<void> check(const Plan& plan);

// The day on which it is to be looked at again: so many days after it was last, and first on the plan's first day.
base::Date due_on(const Plan& plan, const std::optional<base::Date>& last);
std::int64_t days_overdue(base::Date due, base::Date today);  // 0 until the day is over

enum class Result { passed, failed, not_applicable };
inline constexpr std::array results{base::Named<Result>{Result::passed, "passed", "合格"},
                                    base::Named<Result>{Result::failed, "failed", "不合格"},
                                    base::Named<Result>{Result::not_applicable, "not_applicable", "不适用"}};

struct Item {
    std::string item = {};
    Result result = Result::passed;
    std::string note = {};
    std::vector<std::string> photos = {};
    std::string order = {};  // the repair order that a failed one became
};

struct Inspection {
    std::string number = {};  // JC2026-0001, given by the store
    std::string equipment = {};
    std::string plan = {};
    base::Date day = {};
    std::string by = {};
    std::int64_t at_ms = 0;
    std::vector<Item> items = {};

    std::int64_t failed() const;
};

// Each item of the plan has one answer, in the plan's order, and nothing else has one; a failed one says what is wrong.
// Refuses repairs.inspection.items_differ {item}, .note_missing {item}, .in_future, .wrong_kind {kind}.
base::Result<void> check(const Inspection& inspection, const Plan& plan, const Equipment& equipment, base::Date today);

}  // namespace repairs
