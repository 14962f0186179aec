// SPDX-License-Identifier: Apache-2.0
#include "http/router.h"

#include <algorithm>
#include <cassert>
#include <optional>

namespace http {

namespace {

using Parameters = std::vector<std::pair<std::string, std::string>>;

std::string_view next_segment(std::string_view& path)
{
    path.remove_prefix(1);  // the '/'
    const auto end = std::min(path.find('/'), path.size());
    const std::string_view segment = path.substr(0, end);
    path.remove_prefix(end);
    return segment;
}

// {name} takes one segment, decoded; everything else must be the same.
std::optional<Parameters> fit(std::string_view pattern, std::string_view path)
{
    Parameters parameters;
    while (!pattern.empty() && !path.empty()) {
        const std::string_view expected = next_segment(pattern);
        const std::string_view found = next_segment(path);
        if (!expected.starts_with('{')) {
            if (expected != found) return std::nullopt;
            continue;
        }
        auto value = percent_decoded(found);
        if (!value || value->empty()) return std::nullopt;
        parameters.emplace_back(expected.substr(1, expected.size() - 2), *std::move(value));
    }
    if (!pattern.empty() || !path.empty()) return std::nullopt;
    return parameters;
}

}  // namespace

void Router::add(Route route)
{
    assert(route.path.starts_with('/') && !route.operation.empty());
    assert((route.access == Access::granted) != route.permission.empty());
    const bool changes_a_thing =
        route.method == Method::put || route.method == Method::patch || route.method == Method::del;
    if (changes_a_thing && route.guard == Guard::none) route.guard = Guard::if_match;
    same_.push_back(std::min(route.path.find('{'), route.path.size()));
    routes_.push_back(std::move(route));
}

Match Router::match(Method method, std::string_view path) const
{
    Match match;
    const Method wanted = method == Method::head ? Method::get : method;
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        const Route& route = routes_[i];
        if (!path.starts_with(std::string_view{route.path}.substr(0, same_[i]))) continue;
        auto parameters = fit(route.path, path);
        if (!parameters) continue;
        match.allowed.push_back(route.method);
        // /runs/latest comes before /runs/{run}.
        const bool is_better = !match.route || parameters->size() < match.parameters.size();
        if (route.method != wanted || !is_better) continue;
        match.route = &route;
        match.parameters = *std::move(parameters);
    }
    return match;
}

}  // namespace http
