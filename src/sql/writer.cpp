// SPDX-License-Identifier: Apache-2.0
#include "sql/writer.h"

#include <algorithm>
#include <chrono>

namespace sql {

namespace {

constexpr auto longest_turn = std::chrono::seconds{30};
// A larger group would keep its first member waiting for long.
constexpr int most_members = 64;
constexpr const char* one_of_group = "member";

}  // namespace

void Writer::take_turn(Lock& lock)
{
    if (!is_taken_) {
        is_taken_ = true;
        return;
    }
    Waiting me;
    waiting_.push_back(&me);
    if (me.turn.wait_for(lock, longest_turn, [&] { return me.has_turn; })) return;
    waiting_.erase(std::find(waiting_.begin(), waiting_.end(), &me));
    throw SqlError(Violation::busy, "writer", "another transaction takes too long");
}

void Writer::pass_turn()
{
    if (waiting_.empty()) {
        is_taken_ = false;
        return;
    }
    Waiting* const next = waiting_.front();
    waiting_.pop_front();
    next->has_turn = true;
    next->turn.notify_one();
}

bool Writer::may_wait_for_others() const
{
    return !waiting_.empty() && group_->members < most_members;
}

Session& Writer::begin()
{
    Lock lock{mutex_};
    take_turn(lock);
    const bool is_first = !group_;
    if (is_first) group_ = std::make_shared<Group>();
    lock.unlock();
    try {
        if (is_first) session_->script("BEGIN IMMEDIATE");
        session_->script(std::string{"SAVEPOINT "} + one_of_group);
    } catch (...) {
        lock.lock();
        if (is_first) group_.reset();
        pass_turn();
        throw;
    }
    return *session_;
}

// Brings the group to the disk, or takes all of it back, and tells its members.
void Writer::finish(Lock& lock)
{
    const std::shared_ptr<Group> group = std::exchange(group_, nullptr);
    lock.unlock();
    try {
        if (!session_->in_transaction())
            throw SqlError(Violation::unavailable, "writer", "the database took a transaction back");
        session_->script(group->members > 0 ? "COMMIT" : "ROLLBACK");
    } catch (const SqlError&) {
        group->error = std::current_exception();
    }
    if (group->error && session_->in_transaction()) session_->script("ROLLBACK");
    lock.lock();
    group->is_done = true;
    group->done.notify_all();
    pass_turn();
}

void Writer::commit()
{
    Lock lock{mutex_};
    const std::shared_ptr<Group> group = group_;
    lock.unlock();
    bool is_kept = session_->in_transaction();
    try {
        if (is_kept) session_->script(std::string{"RELEASE "} + one_of_group);
    } catch (const SqlError&) {
        is_kept = false;
    }
    lock.lock();
    if (is_kept) ++group->members;
    if (is_kept && may_wait_for_others()) {
        pass_turn();
        group->done.wait(lock, [&] { return group->is_done; });
    } else {
        finish(lock);
    }
    if (group->error) std::rethrow_exception(group->error);
    if (!is_kept) throw SqlError(Violation::unavailable, "writer", "the database took a transaction back");
}

void Writer::rollback() noexcept
{
    try {
        if (session_->in_transaction())
            session_->script(std::string{"ROLLBACK TO "} + one_of_group + "; RELEASE " + one_of_group);
    } catch (const SqlError&) {
        // finish() sees whether anything is left to bring to the disk.
    }
    Lock lock{mutex_};
    if (group_->members > 0 && may_wait_for_others())
        pass_turn();
    else
        finish(lock);
}

}  // namespace sql
