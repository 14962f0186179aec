// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "premises/core/registration.h"
#include "sql/connection.h"

namespace premises {

// Campaigns of unified registration of one organisation.
class CampaignStore {
public:
    CampaignStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    std::vector<Campaign> all() const;  // by code
    std::optional<Campaign> find(const std::string& code) const;
    void add(const Campaign& campaign);

    // By code. Their areas are those stated; what buildings have is not known here.
    std::vector<Member> members(const std::string& campaign) const;
    std::optional<Member> member(const std::string& campaign, const std::string& code) const;
    void add_member(const std::string& campaign, const Member& member);     // without steps
    void change_member(const std::string& campaign, const Member& member);  // all but its steps
    void add_step(const std::string& campaign, const Member& member, const TakenStep& step, std::int64_t now_ms);

private:
    sql::Parameters scoped(const std::string& campaign, sql::Parameters more = {}) const;
    void read_parts(const std::string& campaign, std::vector<Member>& members) const;
    void write_buildings(const std::string& campaign, const Member& member);

    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace premises
