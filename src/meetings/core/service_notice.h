// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "meetings/core/service.h"

namespace meetings {

// What changed, before and after. Times are instants, states their words, rooms their codes; what was empty is none.
struct FieldChange {
    std::string field = {};
    std::optional<std::string> before = {};
    std::optional<std::string> after = {};
};

// Told to somebody whom a change concerns, until they say that they have seen it.
struct Notice {
    std::string id = {};
    std::string number = {};  // of the booking
    std::string account = {};
    std::string what = {};  // moved, cancelled, refused, changed, service
    std::vector<FieldChange> changes = {};
    std::string by = {};
    std::int64_t at_ms = 0;
    std::optional<std::int64_t> acknowledged_ms = {};
};

// Who was told, of which booking.
struct Told {
    std::string account = {};
    std::string number = {};
};

// What is told apart from them: a step of another kind (approved, missed) is no notice.
bool is_told(const std::string& action);

// Of a confidential meeting a notice names what changed but not its words: it is read by people who may not know them.
// Room, times and state are what everybody sees anyway.
std::vector<FieldChange> differences(const Booking& before, const Booking& after);
std::vector<FieldChange> differences(const ServiceSheet& before, const ServiceSheet& after, bool is_confidential);

// Who asked, who serves or served, who signed; not who did it.
std::set<std::string> concerned(const Booking& booking, const std::vector<ServiceSheet>& sheets,
                                const std::vector<std::string>& signers, const std::string& who_did_it);

}  // namespace meetings
