// SPDX-License-Identifier: Apache-2.0
#include "repairs/core/order.h"

namespace repairs {

using base::ErrorKind;
using base::fail;

namespace {

base::Result<void> require_state(const Order& order, bool is_so)
{
    if (is_so) return {};
    return fail(ErrorKind::conflict, "repairs.order.wrong_state",
                {{"number", order.number}, {"state", std::string{base::named(states, order.state).chinese}}});
}

base::Result<void> require_reason(const std::string& reason)
{
    if (!reason.empty()) return {};
    return fail(ErrorKind::invalid, "repairs.order.reason_missing");
}

// A pause that goes on ends with whatever ends the work.
void end_pause(Order& order, Second now)
{
    if (order.pauses.empty() || order.pauses.back().until) return;
    // A pause that lasted no second was none.
    if (order.pauses.back().from >= now)
        order.pauses.pop_back();
    else
        order.pauses.back().until = now;
}

}  // namespace

Clock clock_of(const Order& order, const Limit& limit, Second now)
{
    Clock clock{ClockState::none, 0, limit.seconds, {}};
    if (!order.counts()) return clock;
    clock.used = time_used(order.reported, order.repaired.value_or(now), order.pauses, limit);
    const bool is_late = clock.used > limit.seconds;
    if (is_late)
        clock.state = ClockState::late;
    else if (order.repaired)
        clock.state = order.state == State::accepted ? ClockState::met : ClockState::stopped;
    else
        clock.state = order.state == State::paused ? ClockState::paused : ClockState::running;
    const bool is_stopped =
        order.state == State::paused && !order.pauses.empty() && limit.stopping.contains(order.pauses.back().reason);
    if (!order.repaired && !is_late && !is_stopped) clock.due = now + limit.seconds - clock.used;
    return clock;
}

base::Result<void> check(const Order& order)
{
    if (order.fault.empty()) return fail(ErrorKind::invalid, "repairs.order.fault_empty");
    if (order.equipment.empty() && order.room.empty() && order.place.empty())
        return fail(ErrorKind::invalid, "repairs.order.no_place");
    return {};
}

base::Result<Order> reviewed(Order order, bool is_accepted, const std::string& reason)
{
    TRY(require_state(order, order.state == State::submitted));
    if (!is_accepted) TRY(require_reason(reason));
    order.state = is_accepted ? State::open : State::rejected;
    if (!is_accepted) order.reason = reason;
    return order;
}

base::Result<Order> paused(Order order, PauseReason reason, const std::string& note, Second now)
{
    TRY(require_state(order, order.state == State::open));
    order.state = State::paused;
    order.pauses.push_back({now, {}, reason, note});
    return order;
}

base::Result<Order> resumed(Order order, Second now)
{
    TRY(require_state(order, order.state == State::paused));
    order.state = State::open;
    end_pause(order, now);
    return order;
}

base::Result<Order> repaired(Order order, const std::string& work, const std::string& unit, Second now)
{
    TRY(require_state(order, order.state == State::open || order.state == State::paused));
    if (work.empty() || unit.empty()) return fail(ErrorKind::invalid, "repairs.order.work_missing");
    end_pause(order, now);
    order.state = State::repaired;
    order.repaired = now;
    order.work = work;
    order.repaired_by = unit;
    return order;
}

base::Result<Order> accepted(Order order, bool is_accepted, const std::string& reason)
{
    TRY(require_state(order, order.state == State::repaired));
    if (is_accepted) {
        order.state = State::accepted;
        return order;
    }
    TRY(require_reason(reason));
    order.state = State::open;
    order.repaired.reset();
    order.reason = reason;
    return order;
}

base::Result<Order> cancelled(Order order, const std::string& reason, Second now)
{
    TRY(require_state(order, order.is_open()));
    TRY(require_reason(reason));
    end_pause(order, now);
    order.state = State::cancelled;
    order.reason = reason;
    return order;
}

}  // namespace repairs
