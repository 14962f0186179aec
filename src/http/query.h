// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "http/message.h"

namespace http {

// Reads what stands behind the '?' strictly: every wrong parameter is collected, one that nobody asked for included.
// `org` is the gateway's. Ask problem() once, after the last parameter; it answers 400 and points at "?name":
//   request.parameter_unknown {known}, .parameter_twice, .text_too_long {most}, .number_out_of_range {least, most},
//   .word_unknown {words}, .cursor_malformed, date.not_a_date, and what is added
class Query {
public:
    explicit Query(const Request& request) : request_{request} {}

    std::string text(const std::string& name, std::size_t most_letters = 200);  // empty when it is not there
    std::vector<std::string> texts(const std::string& name, std::size_t most_letters = 500);  // a repeated one
    std::optional<std::int64_t> integer(const std::string& name, std::int64_t least, std::int64_t most);
    std::optional<base::Date> date(const std::string& name);
    // The value that stands for the word; none when the parameter is not there or the word is not known.
    template <class T>
    std::optional<T> word(const std::string& name, const std::vector<std::pair<std::string_view, T>>& words)
    {
        const std::string written = text(name);
        std::string known;
        for (const auto& [word, value] : words) {
            if (word == written) return value;
            known += (known.empty() ? "" : " ") + std::string{word};
        }
        if (request_.has_query(name)) add(name, {base::ErrorKind::invalid, "request.word_unknown", {{"words", known}}});
        return std::nullopt;
    }

    bool flag(const std::string& name);  // true or false; not there is false
    std::size_t limit();                 // rows of a page: 50 unless asked for 1 to 200
    // The parts that cursor_of() put together, none without a cursor or with one that has another number of them.
    std::optional<std::vector<std::string>> cursor(std::size_t parts);

    // A rule about a value that the caller found broken.
    void add(const std::string& name, base::Error error);
    std::optional<Response> problem();

private:
    const Request& request_;
    std::set<std::string> asked_{"org"};
    std::vector<FieldError> errors_;
};

// Where the next page begins, for `next`: opaque to whoever gets it.
std::string cursor_of(const std::vector<std::string>& parts);

}  // namespace http
