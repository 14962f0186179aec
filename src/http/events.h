// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

// Something that pages should hear of: a job's progress, a record that somebody changed.
struct Event {
    std::string id;            // "<start of the server>-<number>"
    std::string org;           // who may hear it; empty: everybody
    std::string type;          // job, change, …
    std::string data;          // JSON
    std::string account = {};  // who alone of the organisation may hear it; empty: all of it
};

// As a stream of events is written (text/event-stream).
std::string to_text(const Event& event);

// One client's stream. The hub puts events in, the transport takes them out.
class Subscription {
public:
    Subscription(std::string org, std::string account) : org_{std::move(org)}, account_{std::move(account)} {}

    std::deque<Event> take();
    // Called on the publisher's thread whenever something is there; it must not block.
    void on_event(std::function<void()> wake);

private:
    friend class EventHub;
    bool concerns(const Event& event) const
    {
        return (event.org.empty() || event.org == org_) && (event.account.empty() || event.account == account_);
    }
    void put(const Event& event);

    const std::string org_;
    const std::string account_;
    std::mutex mutex_;
    std::deque<Event> waiting_;
    std::function<void()> wake_;
};

// Hands events to all who listen, and keeps the last of them for those who come back. Any thread may publish.
class EventHub {
public:
    explicit EventHub(std::string epoch) : epoch_{std::move(epoch)} {}

    void publish(std::string org, std::string type, std::string data, std::string account = {});
    // `last_id` is what the client saw last. Where what came after it is not kept any more, the stream begins with an
    // event of type `resync`: the client has to ask for everything again.
    std::shared_ptr<Subscription> subscribe(const std::string& org, const std::string& account,
                                            const std::string& last_id);
    std::size_t subscribers();

private:
    std::optional<std::uint64_t> number_of(std::string_view id) const;

    std::string epoch_;
    std::mutex mutex_;
    std::uint64_t last_ = 0;
    std::deque<Event> kept_;
    std::vector<std::weak_ptr<Subscription>> subscriptions_;
};

}  // namespace http
