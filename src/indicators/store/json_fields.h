// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <boost/json.hpp>

#include "base/date.h"
#include "base/decimal.h"
#include "base/result.h"

namespace indicators {

// Reads the members of one JSON object strictly: the first thing wrong is kept as the refusal and everything after it
// gives empty values, so that a loader reads straight through and asks once at the end.
class JsonFields {
public:
    JsonFields(const boost::json::value& value, std::string path, std::optional<base::Error>& error);

    const boost::json::value& member(std::string_view key);  // null where it is missing, which is an error
    // null where the key is missing or null.
    const boost::json::value& optional_member(std::string_view key);

    std::string text(std::string_view key);
    bool flag(std::string_view key);
    base::Date date(std::string_view key);
    std::optional<base::Date> optional_date(std::string_view key);
    base::Decimal decimal(std::string_view key);  // "0.80": a string, not negative, at most four decimals
    std::optional<base::Decimal> optional_decimal(std::string_view key);
    std::optional<int> optional_count(std::string_view key, int most);

    // The value of the word in `words`.
    template <class T>
    T word(std::string_view key, const std::vector<std::pair<std::string_view, T>>& words)
    {
        const std::string written = text(key);
        for (const auto& [name, value] : words)
            if (name == written) return value;
        impossible(key, written);
        return words.front().second;
    }

    // Call last: every key that was not asked for is an error.
    void no_other_keys();
    void impossible(std::string_view key, const std::string& value);
    void refuse(const char* code, std::string_view key, base::ErrorArgs args = {});
    std::string path_of(std::string_view key) const;

private:
    const boost::json::object* object_ = nullptr;
    std::string path_;
    std::optional<base::Error>& error_;
    std::set<std::string, std::less<>> asked_;
};

// A decimal in a JSON string; none where it is something else.
std::optional<base::Decimal> decimal_of(const boost::json::value& value);

}  // namespace indicators
