// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/surveys/http: what its routes read and answer with.

#include <boost/json.hpp>

#include "http/fields.h"
#include "http/query.h"
#include "http/router.h"
#include "surveys/surveys.h"

namespace surveys {

http::Response answer(int status, const boost::json::object& json);
Surveys surveys_of(const http::Context& context);
void tell(http::Context& context, const char* what, const std::string& name);
boost::json::value text_json(const std::string& text);
boost::json::value number_json(const std::optional<std::int64_t>& number);
boost::json::value share_json(const std::optional<base::Decimal>& share);
boost::json::array json_of(const std::vector<Question>& questions);
// The counts of a rating, its share and the ends of its interval.
boost::json::object json_of(const Tally& tally);

// A refusal, at the member of the body that it is about.
http::Response refused(const base::Error& error);

void add_change(http::Router& router, const std::string& path, const char* operation, const char* permission,
                http::Response (*handle)(http::Context&));

// A page of what was found, behind the cursor's number.
template <class T, class Number, class Json>
http::Response page_of(const std::vector<T>& all, const std::optional<std::vector<std::string>>& cursor,
                       std::size_t limit, const Number& number, const Json& json)
{
    std::size_t at = 0;
    if (cursor) {
        while (at < all.size() && number(all[at]) != cursor->front()) ++at;
        if (at < all.size()) ++at;
    }
    boost::json::array items;
    for (; at < all.size() && items.size() < limit; ++at) items.push_back(json(all[at]));
    boost::json::object page{{"items", std::move(items)}, {"next", nullptr}, {"total", all.size()}};
    if (at < all.size()) page["next"] = http::cursor_of({number(all[at - 1])});
    return answer(200, page);
}

}  // namespace surveys
