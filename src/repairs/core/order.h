// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "repairs/core/clock.h"

namespace repairs {

// submitted: reported without signing in, and nobody has taken it up yet; its clock runs already.
enum class State { submitted, open, paused, repaired, accepted, rejected, cancelled };
inline constexpr std::array states{base::Named<State>{State::submitted, "submitted", "待审核"},
                                   base::Named<State>{State::open, "open", "维修中"},
                                   base::Named<State>{State::paused, "paused", "暂停"},
                                   base::Named<State>{State::repaired, "repaired", "待验收"},
                                   base::Named<State>{State::accepted, "accepted", "验收合格"},
                                   base::Named<State>{State::rejected, "rejected", "不受理"},
                                   base::Named<State>{State::cancelled, "cancelled", "已撤销"}};

enum class Source { person, inspection, qr, import };
inline constexpr std::array sources{base::Named<Source>{Source::person, "person", "人员报修"},
                                    base::Named<Source>{Source::inspection, "inspection", "检查发现"},
                                    base::Named<Source>{Source::qr, "qr", "扫码报修"},
                                    base::Named<Source>{Source::import, "import", "导入"}};

// What the statistics count, and what of it is not repaired yet.
enum class Scope { counted, unrepaired };
inline constexpr std::array scopes{base::Named<Scope>{Scope::counted, "counted", "计入统计"},
                                   base::Named<Scope>{Scope::unrepaired, "unrepaired", "未修复"}};

struct Order {
    std::string number = {};     // BX2026-0001, given by the store
    std::string equipment = {};  // its code; empty where a place is reported
    std::string room = {};       // the code of a meeting room, as it was when it was reported
    std::string place = {};
    std::string fault = {};
    Source source = Source::person;
    State state = State::open;
    Second reported = 0;
    std::string reported_by = {};
    std::string contact = {};
    std::optional<Second> repaired = {};
    std::string repaired_by = {};  // the unit
    std::string work = {};         // what was done
    std::string reason = {};       // of the last rejection, cancellation or failed acceptance
    std::string identity = {};     // of the row of a workbook, or of a report without signing in
    std::vector<Pause> pauses = {};
    std::int64_t version = 1;

    bool is_open() const { return state == State::submitted || state == State::open || state == State::paused; }
    bool counts() const { return state != State::rejected && state != State::cancelled; }
};

Clock clock_of(const Order& order, const Limit& limit, Second now);

// Refuses repairs.order.fault_empty, .no_place (neither equipment nor a place).
base::Result<void> check(const Order& order);

// What is done to an order as it stands. Each refuses repairs.order.wrong_state {number, state}; a rejection, a failed
// acceptance and a cancellation without a reason are repairs.order.reason_missing, a repair without what was done and
// by which unit .work_missing.
base::Result<Order> reviewed(Order order, bool is_accepted, const std::string& reason);
base::Result<Order> paused(Order order, PauseReason reason, const std::string& note, Second now);
base::Result<Order> resumed(Order order, Second now);
base::Result<Order> repaired(Order order, const std::string& work, const std::string& unit, Second now);
// One that fails is open again, as if it had not been repaired: the time until then counts.
base::Result<Order> accepted(Order order, bool is_accepted, const std::string& reason);
base::Result<Order> cancelled(Order order, const std::string& reason, Second now);

}  // namespace repairs
