// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "base/id.h"
#include "repairs/core/equipment.h"
#include "sql/connection.h"

namespace repairs {

// Equipment, plans and inspections of one organisation.
class EquipmentStore {
public:
    EquipmentStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    std::vector<Equipment> all() const;  // by room, place and code
    std::optional<Equipment> find(const std::string& code) const;
    std::optional<Equipment> of_report_code(const std::string& report_code) const;
    std::string report_code(const std::string& code) const;
    std::map<std::string, std::string> report_codes() const;  // of what is in use, by its code
    void add(const Equipment& equipment, const std::string& report_code);
    bool change(const Equipment& equipment);  // false where it is another version by now
    void renew(const std::string& code, const std::string& report_code);

    std::vector<Plan> plans() const;
    std::optional<Plan> plan(const std::string& code) const;
    void add(const Plan& plan);
    bool change(const Plan& plan);

    // The day of the last inspection by equipment and plan.
    std::map<std::pair<std::string, std::string>, base::Date> last_days() const;
    std::vector<Inspection> inspections(const std::string& number) const;  // one, or all with empty; the latest first
    std::string next_number(int year) const;
    void add(const Inspection& inspection);

private:
    sql::Parameters parameters_of(const Equipment& equipment) const;
    sql::Parameters parameters_of(const Plan& plan) const;
    std::vector<Equipment> read(std::string_view condition, sql::Parameters more) const;
    std::vector<Plan> read_plans(std::string_view condition, sql::Parameters more) const;
    void add_item(const Inspection& inspection, std::size_t at);

    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace repairs
