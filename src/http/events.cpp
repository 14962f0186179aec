// SPDX-License-Identifier: Apache-2.0
#include "http/events.h"

#include <algorithm>
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

void EventHub::publish(std::string org, std::string type, std::string data)
{
    const std::lock_guard lock{mutex_};
    const Event event{epoch_ + "-" + std::to_string(++last_), std::move(org), std::move(type), std::move(data)};
    kept_.push_back(event);
    if (kept_.size() > most_kept) kept_.pop_front();
    std::erase_if(subscriptions_, [](const auto& subscription) { return subscription.expired(); });
    for (const auto& weak : subscriptions_)
        if (const auto subscription = weak.lock(); subscription && subscription->concerns(event))
            subscription->put(event);
}

std::shared_ptr<Subscription> EventHub::subscribe(const std::string& org, const std::string& last_id)
{
    const std::lock_guard lock{mutex_};
    auto subscription = std::make_shared<Subscription>(org, std::deque<Event>{});
    const std::string newest = epoch_ + "-" + std::to_string(last_);
    const auto seen = std::find_if(kept_.begin(), kept_.end(), [&](const Event& event) { return event.id == last_id; });
    if (seen != kept_.end()) {
        for (auto event = seen + 1; event != kept_.end(); ++event)
            if (subscription->concerns(*event)) subscription->put(*event);
    } else if (!last_id.empty() && last_id != newest) {
        subscription->put({newest, "", "resync", "{}"});
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
