// SPDX-License-Identifier: Apache-2.0
#include "http/events.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace http {

namespace {

constexpr std::size_t most_kept = 2'000;
// A client that does not read is cut off from older events, not kept in memory.
constexpr std::size_t most_waiting = 2'000;

}  // namespace

std::string to_text(const Event& event)
{
    return "id: " + event.id + "\nevent: " + event.type + "\ndata: " + event.data + "\n\n";
}

std::deque<Event> Subscription::take()
{
    const std::lock_guard lock{mutex_};
    return std::exchange(waiting_, {});
}

void Subscription::on_event(std::function<void()> wake)
{
    const std::lock_guard lock{mutex_};
    wake_ = std::move(wake);
    if (!waiting_.empty() && wake_) wake_();
}

void Subscription::put(const Event& event)
{
    const std::lock_guard lock{mutex_};
    if (waiting_.size() >= most_waiting) waiting_ = {Event{event.id, "", "resync", "{}"}};
    waiting_.push_back(event);
    if (wake_) wake_();
}

// Of an event since this hub began; none for anything else.
std::optional<std::uint64_t> EventHub::number_of(std::string_view id) const
{
    if (!id.starts_with(epoch_ + "-")) return std::nullopt;
    id.remove_prefix(epoch_.size() + 1);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    return error == std::errc{} && end == id.data() + id.size() ? std::optional{number} : std::nullopt;
}

void EventHub::publish(std::string org, std::string type, std::string data, std::string account)
{
    const std::lock_guard lock{mutex_};
    const Event event{epoch_ + "-" + std::to_string(++last_), std::move(org), std::move(type), std::move(data),
                      std::move(account)};
    kept_.push_back(event);
    if (kept_.size() > most_kept) kept_.pop_front();
    std::erase_if(subscriptions_, [](const auto& subscription) { return subscription.expired(); });
    for (const auto& weak : subscriptions_)
        if (const auto subscription = weak.lock(); subscription && subscription->concerns(event))
            subscription->put(event);
}

std::shared_ptr<Subscription> EventHub::subscribe(const std::string& org, const std::string& account,
                                                  const std::string& last_id)
{
    const std::lock_guard lock{mutex_};
    auto subscription = std::make_shared<Subscription>(org, account);
    const std::uint64_t first_kept = last_ - kept_.size() + 1;
    const auto seen = number_of(last_id);
    if (seen && *seen + 1 >= first_kept && *seen <= last_) {
        for (std::uint64_t number = *seen + 1; number <= last_; ++number) {
            const Event& event = kept_[number - first_kept];
            if (subscription->concerns(event)) subscription->put(event);
        }
    } else if (!last_id.empty()) {
        subscription->put({epoch_ + "-" + std::to_string(last_), "", "resync", "{}"});
    }
    subscriptions_.push_back(subscription);
    return subscription;
}

std::size_t EventHub::subscribers()
{
    const std::lock_guard lock{mutex_};
    std::erase_if(subscriptions_, [](const auto& subscription) { return subscription.expired(); });
    return subscriptions_.size();
}

}  // namespace http
