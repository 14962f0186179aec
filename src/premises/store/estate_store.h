// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "premises/core/estate.h"
#include "premises/estate_page.h"
#include "sql/connection.h"
#include "sql/where.h"

namespace premises {

// Parcels and buildings of one organisation with their areas and papers.
class EstateStore {
public:
    EstateStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    bool has(EstateKind kind, const std::string& code) const;
    std::optional<Estate> find(EstateKind kind, const std::string& code) const;
    // All of one kind by code.
    std::vector<Estate> all(EstateKind kind, const EstateFilter& filter = {}) const;
    std::set<std::string> codes(EstateKind kind) const;
    std::vector<std::string> buildings_on(const std::string& parcel) const;
    // At most `limit` of them behind `after`.
    std::vector<Estate> some(EstateKind kind, const EstateFilter& filter, const std::string& after,
                             std::size_t limit) const;
    std::int64_t count(EstateKind kind, const EstateFilter& filter) const;
    std::vector<SourceArea> sums(EstateKind kind, const EstateFilter& filter) const;

    void add(const Estate& estate);
    void change(const Estate& estate);  // all but its kind and code
    void put_area(EstateKind kind, const std::string& code,
                  const StatedArea& stated);  // new, or in the place of that source's

private:
    sql::Parameters scoped(EstateKind kind, sql::Parameters more = {}) const;
    sql::Where filtered(std::string_view select, EstateKind kind, const EstateFilter& filter) const;
    void read_parts(EstateKind kind, std::vector<Estate>& estates) const;
    void write_papers(const Estate& estate);

    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace premises
