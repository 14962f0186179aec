// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/value.hpp>

#include "base/date.h"
#include "base/decimal.h"
#include "premises/core/area.h"
#include "premises/core/named.h"

namespace premises {

// Reads a parameter file strictly. The first thing that is wrong leaves its path in `wrong`, and what is asked for
// afterwards comes back empty: ask once, at the end.
class StrictValue {
public:
    StrictValue() = default;
    StrictValue(const boost::json::value& value, std::string path, std::string& wrong)
        : value_{&value}, path_{std::move(path)}, wrong_{&wrong}
    {
    }

    std::string text() const;
    base::Decimal decimal() const;
    Area area() const;
    base::Date date() const;
    std::int64_t integer() const;
    bool is_null() const { return value_ && value_->is_null(); }
    const boost::json::object* object() const;
    const boost::json::array* array() const;
    template <class E, std::size_t N>
    E word(const std::array<Named<E>, N>& words) const
    {
        const auto found = of_word(words, text());
        if (!found) blame();
        return found.value_or(words.front().value);
    }

    void blame() const;
    const std::string& path() const { return path_; }
    std::string& wrong() const { return *wrong_; }

private:
    const boost::json::value* value_ = nullptr;
    std::string path_ = {};
    std::string* wrong_ = nullptr;
};

// The values of a list, one after the other.
class StrictItems {
public:
    explicit StrictItems(const StrictValue& list);
    std::string text() { return next().text(); }
    Area area() { return next().area(); }
    template <class E, std::size_t N>
    E word(const std::array<Named<E>, N>& words)
    {
        return next().word(words);
    }
    StrictValue next();
    bool is_over() const { return !list_ || at_ >= size_; }
    void end() const;  // something is left over

private:
    StrictValue value_;
    const boost::json::array* list_ = nullptr;
    std::size_t at_ = 0;
    std::size_t size_ = 0;
};

// The members of an object, each asked for once.
class StrictMembers {
public:
    StrictMembers() = default;
    StrictMembers(const boost::json::value& value, std::string path, std::string& wrong);
    explicit StrictMembers(const StrictValue& value);

    std::string text(std::string_view name) { return member(name).text(); }
    base::Decimal decimal(std::string_view name) { return member(name).decimal(); }
    Area area(std::string_view name) { return member(name).area(); }
    base::Date date(std::string_view name) { return member(name).date(); }
    std::int64_t integer(std::string_view name) { return member(name).integer(); }
    std::optional<base::Date> date_or_null(std::string_view name);
    std::vector<std::string> texts(std::string_view name);
    StrictMembers object(std::string_view name) { return StrictMembers{member(name)}; }
    std::vector<StrictMembers> objects(std::string_view name);
    std::vector<StrictItems> rows(std::string_view name);
    template <class E, std::size_t N>
    E word(std::string_view name, const std::array<Named<E>, N>& words)
    {
        return member(name).word(words);
    }
    void end() const;  // a member that nobody asked for

private:
    StrictValue member(std::string_view name);

    StrictValue value_;
    std::map<std::string, StrictValue, std::less<>> members_;
};

}  // namespace premises
