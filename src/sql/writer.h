// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/sql: how many connections of one server share the one session that writes an SQLite file.

#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>

#include "sql/session.h"

namespace sql {

// Transactions take turns. One that finishes while others wait leaves COMMIT to them: what came together is brought to
// the disk together, and each waits until it is there. So a commit costs one sync for all who wait, not one for each.
class Writer {
public:
    explicit Writer(std::unique_ptr<Session> session) : session_{std::move(session)} {}

    // Waits for the turn; throws Violation::busy after half a minute.
    Session& begin();
    // Returns when the transaction is on disk. Throws what COMMIT threw, to everyone whose work was in it.
    void commit();
    void rollback() noexcept;

private:
    // Those whose work one COMMIT brings to the disk.
    struct Group {
        int members = 0;
        bool is_done = false;
        std::exception_ptr error = {};
        std::condition_variable done = {};
    };
    struct Waiting {
        bool has_turn = false;
        std::condition_variable turn = {};
    };
    using Lock = std::unique_lock<std::mutex>;

    void take_turn(Lock& lock);
    void pass_turn();
    void finish(Lock& lock);
    bool may_wait_for_others() const;

    std::mutex mutex_;
    std::unique_ptr<Session> session_;  // belongs to whoever has the turn
    std::shared_ptr<Group> group_;      // open, or none
    std::deque<Waiting*> waiting_;
    bool is_taken_ = false;
};

}  // namespace sql
