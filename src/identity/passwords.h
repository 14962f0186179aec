// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "identity/core/password.h"

namespace identity {

// The profiles we ship: rules/passwords/*.json. Refuses identity.password.profile_unknown {name, known}.
base::Result<PasswordProfile> password_profile(const std::string& name);
CommonPasswords common_passwords();

// A hash takes a tenth of a second and 64 MiB, so that few are computed at once, some wait and the rest is sent away:
// signing in is no way to bring a server down.
class HashGate {
public:
    explicit HashGate(int at_once = 2, int most_waiting = 6) : free_{at_once}, most_waiting_{most_waiting} {}

    // The right to compute, until it goes out of scope.
    class Turn {
    public:
        explicit Turn(HashGate& gate) : gate_{&gate} {}
        Turn(Turn&& other) noexcept : gate_{std::exchange(other.gate_, nullptr)} {}
        Turn& operator=(Turn&&) = delete;
        ~Turn()
        {
            if (gate_) gate_->leave();
        }

    private:
        HashGate* gate_;
    };
    // Waits for its turn; none when too many wait already.
    std::optional<Turn> enter();

private:
    void leave();

    std::mutex mutex_;
    std::condition_variable left_;
    int free_;
    int most_waiting_;
    int waiting_ = 0;
};

// What checking and setting passwords takes beside the database: one for the whole server.
class Passwords {
public:
    explicit Passwords(PasswordProfile profile, int at_once = 2, int most_waiting = 6);

    const PasswordProfile& profile() const { return profile_; }
    const CommonPasswords& common() const { return common_; }
    // Whoever signs in with an account that does not exist, or has no password, waits for this one to be compared.
    const std::string& hash_of_nobody() const { return hash_of_nobody_; }
    HashGate& gate() { return gate_; }

private:
    PasswordProfile profile_;
    CommonPasswords common_;
    std::string hash_of_nobody_;
    HashGate gate_;
};

}  // namespace identity
