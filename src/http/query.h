// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "http/message.h"

namespace http {

// Reads what stands behind the question mark, as strictly as Fields reads a body: every wrong or unknown parameter is
// named as "?name". Ask problem() once, after the last one. `org` is the gateway's.
//   request.parameter_unknown {known}, request.limit_out_of_range {most}, request.text_too_long {most},
//   request.word_unknown {words}, date.not_a_date: 400
class Query {
public:
    explicit Query(const Request& request) : request_{request} {}

    std::string text(std::string_view name, std::size_t most_letters = 200);  // empty when it is not there
    std::optional<base::Date> date(std::string_view name);
    bool flag(std::string_view name);  // true or false; not there is false
    // The page of a list: 1 to 200 rows, 50 when nothing is said.
    int limit();

    // The value that stands for the word; none when it is not there.
    template <class T>
    std::optional<T> word(std::string_view name, const std::vector<std::pair<std::string_view, T>>& words)
    {
        const std::string written = text(name);
        if (written.empty()) return std::nullopt;
        std::string known;
        for (const auto& [word, value] : words) {
            if (word == written) return value;
            known += (known.empty() ? "" : " ") + std::string{word};
        }
        add(name, {base::ErrorKind::invalid, "request.word_unknown", {{"words", known}}});
        return std::nullopt;
    }

    void add(std::string_view name, base::Error error);
    std::optional<Response> problem();

private:
    const Request& request_;
    std::vector<FieldError> errors_;
    std::set<std::string, std::less<>> asked_{"org"};
};

}  // namespace http
