// SPDX-License-Identifier: Apache-2.0
#include "repairs/core/statistics.h"

#include <algorithm>

namespace repairs {

namespace {

constexpr Second day_seconds = 86'400;
constexpr Second east_of_greenwich = 8 * 3'600;

void add(std::vector<Count>& counts, const std::string& key, const std::string& name, ClockState state)
{
    auto at = std::find_if(counts.begin(), counts.end(), [&](const Count& one) { return one.key == key; });
    if (at == counts.end()) at = counts.insert(counts.end(), Count{key, name, 0, 0, 0});
    ++at->count;
    at->within += state == ClockState::met ? 1 : 0;
    at->late += state == ClockState::late ? 1 : 0;
}

}  // namespace

base::Date day_of(Second second)
{
    return base::Date::from_days((second + east_of_greenwich) / day_seconds);
}

Second start_of(base::Date day)
{
    return day.days_since_1970() * day_seconds - east_of_greenwich;
}

Statistics statistics(const std::vector<Order>& orders, const std::map<std::string, std::string>& kinds,
                      const Limit& limit, Second now)
{
    Statistics found;
    Second sum = 0;
    for (const Order& order : orders) {
        if (!order.counts()) continue;
        const Clock clock = clock_of(order, limit, now);
        ++found.reported;
        found.open += order.is_open() ? 1 : 0;
        found.within += clock.state == ClockState::met ? 1 : 0;
        found.late += clock.state == ClockState::late ? 1 : 0;
        if (order.state == State::accepted) {
            ++found.accepted;
            sum += clock.used;
            found.longest = std::max(found.longest.value_or(0), clock.used);
        }
        const std::string month = day_of(order.reported).to_string().substr(0, 7);
        const auto kind = kinds.find(order.equipment);
        const std::string name = kind == kinds.end() ? "" : kind->second;
        const auto& source = base::named(sources, order.source);
        add(found.by_month, month, month, clock.state);
        add(found.by_kind, name, name, clock.state);
        add(found.by_source, std::string{source.word}, std::string{source.chinese}, clock.state);
    }
    if (found.accepted > 0) found.mean = (2 * sum + found.accepted) / (2 * found.accepted);
    const auto by_key = [](const Count& one, const Count& other) { return one.key < other.key; };
    for (auto* const counts : {&found.by_month, &found.by_kind, &found.by_source})
        std::sort(counts->begin(), counts->end(), by_key);
    return found;
}

}  // namespace repairs
