// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/id.h"
#include "holdings/core/stocktake.h"
#include "sql/connection.h"

namespace holdings {

class StocktakeStore {
public:
    StocktakeStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    std::vector<Stocktake> all() const;  // the latest first
    std::optional<Stocktake> find(const std::string& code) const;
    // Of those that are closed, the one that closed last.
    std::optional<Stocktake> last_closed() const;
    std::vector<ExpectedRoom> expected(const std::string& code) const;
    std::vector<Entry> entries(const std::string& code) const;
    std::optional<Entry> entry(const std::string& code, const std::string& id) const;
    std::vector<StocktakeLine> lines(const std::string& code) const;  // of a closed one

    void open(const Stocktake& stocktake, const std::vector<ExpectedRoom>& expected);
    void add(const std::string& code, const Entry& entry);
    void close(const std::string& code, base::Date day, const std::vector<StocktakeLine>& lines);

private:
    std::vector<Stocktake> read(std::string_view condition, std::string_view order, sql::Parameters more) const;

    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace holdings
