// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json/value.hpp>

#include "base/date.h"
#include "base/money.h"
#include "http/message.h"

namespace http {

// Reads a JSON object strictly. Every wrong member is collected with its pointer, so that one answer names all of
// them; what is asked for after a mistake comes back empty. Ask problem() once, after the last member.
//   request.not_json, request.not_an_object, request.field_missing, request.field_unknown, request.wrong_type {type}:
//   400 money.malformed, date.not_a_date, request.text_too_long {most}, request.word_unknown {words} and what is added:
//   422
class Fields {
public:
    // The body of a request.
    explicit Fields(const Request& request);

    std::string text(std::string_view name, std::size_t most_letters = 2'000);  // required; may be empty
    std::optional<std::string> optional_text(std::string_view name, std::size_t most_letters = 2'000);
    base::Money money(std::string_view name);  // "1234.50", in yuan
    std::optional<base::Money> optional_money(std::string_view name);
    base::Date date(std::string_view name);
    std::optional<base::Date> optional_date(std::string_view name);
    std::int64_t integer(std::string_view name);
    std::optional<std::int64_t> optional_integer(std::string_view name);
    bool flag(std::string_view name);
    std::optional<bool> optional_flag(std::string_view name);
    std::vector<std::string> texts(std::string_view name);
    // Whatever stands there, as JSON text.
    std::string json(std::string_view name);
    bool has(std::string_view name) const;  // and is not null
    // The members of a list of objects; a missing one is a mistake.
    std::vector<Fields> objects(std::string_view name);
    std::optional<Fields> object(std::string_view name);

    // The value that stands for the word.
    template <class T>
    T word(std::string_view name, const std::vector<std::pair<std::string_view, T>>& words)
    {
        const std::string written = text(name);
        std::string known;
        for (const auto& [word, value] : words) {
            if (word == written) return value;
            known += (known.empty() ? "" : " ") + std::string{word};
        }
        add(name, {base::ErrorKind::invalid, "request.word_unknown", {{"words", known}}});
        return words.front().second;
    }

    // A rule about a value that the caller found broken.
    void add(std::string_view name, base::Error error);
    bool is_clean() const { return errors_->list.empty(); }
    // Everything that is wrong, members that nobody asked for included; none when nothing is. Only on the outermost.
    std::optional<Response> problem();

private:
    struct Errors {
        std::vector<FieldError> list = {};
        bool is_malformed = false;
    };

    Fields(const boost::json::value& value, std::string pointer, std::shared_ptr<Errors> errors,
           std::shared_ptr<boost::json::value> document);
    const boost::json::value* member(std::string_view name, bool is_required);
    void wrong_type(std::string_view name, const char* type);
    std::string pointer_to(std::string_view name) const;
    template <class T>
    std::optional<T> parsed(std::string_view name, bool is_required);
    void report_unknown() const;

    std::shared_ptr<boost::json::value> document_;
    const boost::json::object* object_ = nullptr;
    std::string pointer_;
    std::shared_ptr<Errors> errors_;
    std::shared_ptr<std::set<std::string, std::less<>>> asked_ = std::make_shared<std::set<std::string, std::less<>>>();
    std::shared_ptr<std::vector<Fields>> inner_ = std::make_shared<std::vector<Fields>>();
};

}  // namespace http
