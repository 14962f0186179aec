// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/password_hash.h"
#include "base/result.h"

namespace identity {

// What an office asks of passwords: rules/passwords/*.json says where each figure comes from. Zero switches a rule off.
struct PasswordProfile {
    std::string name;
    std::size_t least_letters = 0;
    std::size_t least_letters_with_second_factor = 0;
    std::size_t most_letters = 128;
    int least_classes = 1;          // of small and capital letters, digits, everything else
    std::size_t account_piece = 0;  // no run of so many letters of the account
    int rotation_days = 0;
    int history = 0;  // how many earlier ones may not come again
    base::HashCost cost = {};
};

using CommonPasswords = std::set<std::string, std::less<>>;

// Whose password it is to be.
struct PasswordOwner {
    std::string account;
    std::vector<std::string> words = {};  // names of the unit and of the person: whoever attacks knows them
    bool has_second_factor = false;
};

// Refuses identity.password.too_short, .too_long, .too_few_classes, .holds_account, .holds_context and .common.
base::Result<void> check_password(const PasswordProfile& profile, const CommonPasswords& common,
                                  const PasswordOwner& owner, std::string_view password);

// What can be guessed without knowing anybody: a common word behind digits, signs and look-alikes (P@ssw0rd2024!), or
// runs along the alphabet and the rows of a keyboard (Abcdefg123!).
bool is_common(const CommonPasswords& common, std::string_view password);

}  // namespace identity
