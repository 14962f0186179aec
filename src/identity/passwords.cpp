// SPDX-License-Identifier: Apache-2.0
#include "identity/passwords.h"

#include <boost/json.hpp>

#include "base/random.h"
#include "identity/store/shipped_passwords.h"

namespace identity {

namespace {

// The shipped files are checked by a test; a mistake in one of them is ours.
PasswordProfile profile_of(std::string_view text)
{
    const boost::json::value document = boost::json::parse(text);
    const boost::json::object& file = document.as_object();
    const auto number = [](const boost::json::object& object, std::string_view name) {
        return static_cast<std::uint32_t>(object.at(name).as_int64());
    };
    PasswordProfile profile;
    profile.name = std::string{file.at("name").as_string()};
    profile.least_letters = number(file, "least_letters");
    profile.least_letters_with_second_factor = number(file, "least_letters_with_second_factor");
    profile.most_letters = number(file, "most_letters");
    profile.least_classes = static_cast<int>(number(file, "least_classes"));
    profile.account_piece = number(file, "account_piece");
    profile.rotation_days = static_cast<int>(number(file, "rotation_days"));
    profile.history = static_cast<int>(number(file, "history"));
    const boost::json::object& cost = file.at("argon2id").as_object();
    profile.cost = {number(cost, "memory_kib"), number(cost, "passes"), number(cost, "lanes")};
    return profile;
}

}  // namespace

base::Result<PasswordProfile> password_profile(const std::string& name)
{
    std::string known;
    for (const ShippedFile& file : shipped_files()) {
        if (!file.name.ends_with(".json")) continue;
        const std::string stem{file.name.substr(0, file.name.size() - 5)};
        if (stem == name) return profile_of(file.text);
        known += (known.empty() ? "" : ", ") + stem;
    }
    return base::fail(base::ErrorKind::not_found, "identity.password.profile_unknown",
                      {{"name", name}, {"known", known}});
}

CommonPasswords common_passwords()
{
    CommonPasswords common;
    for (const ShippedFile& file : shipped_files()) {
        if (file.name != "common.txt") continue;
        for (std::string_view rest = file.text; !rest.empty();) {
            const auto end = std::min(rest.find('\n'), rest.size());
            const std::string_view line = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (!line.empty() && !line.starts_with('#')) common.emplace(line);
        }
    }
    return common;
}

std::optional<HashGate::Turn> HashGate::enter()
{
    std::unique_lock lock{mutex_};
    if (free_ == 0 && waiting_ >= most_waiting_) return std::nullopt;
    ++waiting_;
    left_.wait(lock, [this] { return free_ > 0; });
    --waiting_;
    --free_;
    return std::optional<Turn>{std::in_place, *this};
}

void HashGate::leave()
{
    const std::lock_guard lock{mutex_};
    ++free_;
    left_.notify_one();
}

Passwords::Passwords(PasswordProfile profile, int at_once, int most_waiting)
    : profile_{std::move(profile)},
      common_{common_passwords()},
      hash_of_nobody_{base::password_hash(base::random_hex(16), profile_.cost)},
      gate_{at_once, most_waiting}
{
}

}  // namespace identity
