// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "repairs/core/order.h"
#include "sql/where.h"

namespace repairs {

// A clock is nowhere written: what it says depends on the moment and the limit.
struct ClockAsked {
    ClockState state = ClockState::none;
    Second now = 0;
    Limit limit = {};
};

// What is asked for of orders; nothing asked for is all. Seconds of the report, without the last.
struct OrderQuestion {
    Second from = 0;
    std::optional<Second> until = {};
    std::optional<Scope> scope = {};
    std::optional<State> state = {};
    std::optional<ClockAsked> clock = {};
    std::optional<Source> source = {};
    std::string equipment = {};
    bool without_equipment = false;  // only of what is not recorded as equipment
    std::string kind = {};
    std::string room = {};
    std::string reported_by = {};
};

// The last order of the page before.
struct OrderPlace {
    Second reported = 0;
    std::string number = {};
};

// `select` reads repairs_order o with its repairs_equipment e of one organisation.
sql::Where where_of(std::string_view select, const base::OrgId& org, const OrderQuestion& question);

}  // namespace repairs
