// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <boost/json.hpp>

#include "base/instant.h"
#include "http/router.h"
#include "identity/sessions.h"

namespace identity {

// Whose request it is. Refuses identity.session.none.
base::Result<Visitor> visitor_of(const http::Context& context);
Origin origin_of(const http::Request& request);

boost::json::array to_json(const std::vector<HeldRole>& roles);
boost::json::object to_json(const Visitor& visitor);
// A session that begins: who it is, and the cookie.
http::Response opened(int status, const Opened& session);
// A refusal to let somebody in: 401, or 429 when too many try at once, or what it is elsewhere.
http::Response not_opened(const base::Error& error);

inline http::Response answer(const boost::json::object& body, int status = 200)
{
    return {.status = status, .body = boost::json::serialize(body)};
}

// One page of a list that was asked for one row more than it shows: {"items": […], "next": … or null}.
template <class T, class ToJson, class Key>
http::Response page(const std::vector<T>& rows, std::size_t limit, ToJson to_row, Key key)
{
    boost::json::array items;
    const auto shown = std::min(rows.size(), limit);
    for (std::size_t i = 0; i < shown; ++i) items.push_back(to_row(rows[i]));
    boost::json::value next;
    if (rows.size() > shown) next = boost::json::string{key(rows[shown - 1])};
    return answer({{"items", std::move(items)}, {"next", std::move(next)}});
}

template <class T>
boost::json::value text_or_null(const std::optional<T>& text)
{
    if (!text) return nullptr;
    return boost::json::string{*text};
}

}  // namespace identity
