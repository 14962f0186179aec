// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/repairs/http: what its routes read and answer with.

#include <boost/json.hpp>

#include "http/fields.h"
#include "http/query.h"
#include "http/router.h"
#include "repairs/repairs.h"

namespace repairs {

http::Response answer(int status, const boost::json::object& json);
Repairs repairs_of(const http::Context& context);
void tell(http::Context& context, const char* what, const std::string& name);
boost::json::value text_json(const std::string& text);
boost::json::value time_json(const std::optional<Second>& second);
boost::json::value day_json(const std::optional<base::Date>& day);
boost::json::object photo_json(const Photo& photo);

using Names = std::map<std::string, Equipment>;
Names names_of(const Repairs& repairs, const base::OrgId& org);
std::string name_in(const Names& names, const std::string& code);
boost::json::object order_json(const Order& order, const Names& names, std::int64_t photos,
                               const http::Context& context);

// The page that begins behind the cursor's number.
template <class T>
std::size_t begin_of_page(const std::vector<T>& all, const std::optional<std::vector<std::string>>& cursor)
{
    std::size_t at = 0;
    if (cursor)
        while (at < all.size() && all[at].number != cursor->front()) ++at;
    return cursor && at < all.size() ? at + 1 : at;
}

// A refusal, at the member of the body that it is about.
http::Response refused(const base::Error& error);

void add_change(http::Router& router, const std::string& path, const char* operation, const char* permission,
                http::Response (*handle)(http::Context&));

}  // namespace repairs
