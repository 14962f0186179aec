// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "meetings/core/service.h"
#include "meetings/core/service_checklist.h"
#include "sql/connection.h"

namespace meetings {

// Service sheets and checklists of bookings.
class ServiceStore {
public:
    ServiceStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    ServiceSheet sheet(const std::string& number) const;  // version 0 where there is none
    // The sheet in place of the one of its version, which is one more then; false where another version stands.
    bool save(const std::string& number, const ServiceSheet& sheet);

    std::vector<Answer> answers(const std::string& number) const;  // each item's in their order
    // False where somebody else gave the answer of that number, or the signature came or is not there
    // (meetings_service_answer_knows_the_signature). After false the transaction can only be rolled back.
    bool add(const std::string& number, const Answer& answer);
    std::vector<SignOff> signatures(const std::string& number) const;  // with those that are outdated, by round
    std::map<std::string, std::vector<SignOff>> signatures() const;    // of all bookings, by their numbers
    // How many items stand as failed, by the number of the booking; additions after a signature and what was
    // looked at before the meeting was moved change nothing.
    std::map<std::string, std::int64_t> failed() const;
    // False where the stage is signed in this round. After false the transaction can only be rolled back.
    bool add(const std::string& number, const SignOff& signature);

private:
    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace meetings
