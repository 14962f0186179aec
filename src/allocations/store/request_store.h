// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "allocations/core/agreement.h"
#include "allocations/core/request.h"
#include "base/id.h"
#include "sql/connection.h"

namespace allocations {

// Requests of one organisation, with their steps and how they ended. Only ever added to.
class RequestStore {
public:
    RequestStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    // The latest first, without the rooms that were offered.
    std::vector<Request> all() const;
    std::optional<Request> find(const std::string& number) const;
    std::vector<Request> open_of(const std::string& unit) const;
    std::int64_t next_serial(int year) const;
    void add(const Request& request, std::int64_t serial, const std::string& account);
    void add_step(const std::string& number, const WayStep& step);
    // False where it ended already, or where the agreement satisfied another one: then nothing of the transaction may
    // stand.
    bool end(const std::string& number, const Settlement& settlement);

    // Rooms of agreements that did not end: nobody may be given them, whatever the register says.
    std::set<AgreedRoom> held() const;
    // The request that the agreement satisfied; empty where none.
    std::string satisfied_by(const std::string& agreement) const;

private:
    std::vector<Request> found(const std::string& number) const;
    void add_details(const Request& request);
    void read_areas(std::vector<Request>& requests, const std::string& number) const;
    void read_ranks(std::vector<Request>& requests, const std::string& number) const;
    void read_steps(std::vector<Request>& requests, const std::string& number) const;
    void read_offers(Request& request) const;
    void read_ends(std::vector<Request>& requests, const std::string& number) const;

    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace allocations
