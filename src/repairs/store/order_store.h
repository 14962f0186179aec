// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

#include "base/id.h"
#include "repairs/core/order.h"
#include "repairs/store/order_question.h"
#include "sql/connection.h"

namespace repairs {

struct Step {
    std::string action = {};
    std::int64_t at_ms = 0;
    std::string by = {};
    std::string reason = {};
};

struct Photo {
    std::string photo = {};  // its id
    std::string digest = {};
    std::int64_t bytes = 0;
    std::string type = {};  // image/jpeg, image/png
    std::string by = {};
    std::int64_t at_ms = 0;
};

// Orders, their pauses, steps and photos, of one organisation.
class OrderStore {
public:
    OrderStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    std::vector<Order> list(const OrderQuestion& question) const;  // the latest first
    std::vector<Order> page(const OrderQuestion& question, const std::optional<OrderPlace>& behind,
                            std::size_t most) const;
    std::int64_t count(const OrderQuestion& question) const;
    std::optional<Order> find(const std::string& number) const;
    std::optional<Order> of_identity(Source source, const std::string& identity) const;
    std::int64_t reported_since(Second from, const std::string& equipment) const;  // by code; empty is all equipment
    Order add(Order order, const std::vector<std::string>& photos);                // with its number
    bool change(const Order& order);  // with its pauses; false where it is another version by now
    void add_step(const std::string& number, const Step& step);
    std::set<std::string> worked_on() const;  // numbers of those that somebody did more with than import them
    std::vector<Step> steps(const std::string& number) const;

    void add(const Photo& photo);
    std::optional<Photo> photo(const std::string& photo) const;
    std::vector<Photo> photos(const std::string& number) const;
    std::int64_t photos_of_reports_since(Second from) const;  // by label
    void attach(const std::string& number, const std::vector<std::string>& photos);
    std::map<std::string, std::int64_t> photo_counts() const;  // by order

private:
    sql::Parameters parameters_of(const Order& order) const;
    std::vector<Order> read(const std::string& text, const sql::Parameters& parameters) const;
    void put_pauses(const Order& order);

    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace repairs
