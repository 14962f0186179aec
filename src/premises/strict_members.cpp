// SPDX-License-Identifier: Apache-2.0
#include "premises/strict_members.h"

#include <boost/json.hpp>

namespace premises {

namespace {

const boost::json::value nothing;

}  // namespace

void StrictValue::blame() const
{
    if (wrong_ && wrong_->empty()) *wrong_ = path_.empty() ? "/" : path_;
}

std::string StrictValue::text() const
{
    if (value_ && value_->is_string() && !value_->get_string().empty()) return std::string{value_->get_string()};
    blame();
    return {};
}

base::Decimal StrictValue::decimal() const
{
    const auto number = base::Decimal::parse(text());
    if (!number) blame();
    return number.value_or(base::Decimal{});
}

Area StrictValue::area() const
{
    const auto found = Area::parse(text());
    if (!found) blame();
    return found.value_or(Area{});
}

base::Date StrictValue::date() const
{
    const auto day = base::Date::parse(text());
    if (!day) blame();
    return day.value_or(base::Date{});
}

std::int64_t StrictValue::integer() const
{
    if (value_ && value_->is_int64() && value_->get_int64() >= 0 && value_->get_int64() <= 1'000'000)
        return value_->get_int64();
    blame();
    return 0;
}

const boost::json::object* StrictValue::object() const
{
    if (value_ && value_->is_object()) return &value_->get_object();
    blame();
    return nullptr;
}

const boost::json::array* StrictValue::array() const
{
    if (value_ && value_->is_array()) return &value_->get_array();
    blame();
    return nullptr;
}

StrictItems::StrictItems(const StrictValue& list) : value_{list}, list_{list.array()}
{
    size_ = list_ ? list_->size() : 0;
}

StrictValue StrictItems::next()
{
    const std::string path = value_.path() + "/" + std::to_string(at_);
    if (is_over()) {
        StrictValue missing{nothing, path, value_.wrong()};
        missing.blame();
        return missing;
    }
    return {(*list_)[at_++], path, value_.wrong()};
}

void StrictItems::end() const
{
    if (!is_over()) value_.blame();
}

StrictMembers::StrictMembers(const boost::json::value& value, std::string path, std::string& wrong)
    : StrictMembers{StrictValue{value, std::move(path), wrong}}
{
}

StrictMembers::StrictMembers(const StrictValue& value) : value_{value}
{
    const boost::json::object* const object = value.object();
    if (!object) return;
    for (const auto& member : *object) {
        const std::string name{member.key()};
        members_.emplace(name, StrictValue{member.value(), value.path() + "/" + name, value.wrong()});
    }
}

StrictValue StrictMembers::member(std::string_view name)
{
    const auto found = members_.find(name);
    if (found == members_.end()) {
        StrictValue missing{nothing, value_.path() + "/" + std::string{name}, value_.wrong()};
        missing.blame();
        return missing;
    }
    const StrictValue value = found->second;
    members_.erase(found);
    return value;
}

std::optional<base::Date> StrictMembers::date_or_null(std::string_view name)
{
    const StrictValue value = member(name);
    if (value.is_null()) return std::nullopt;
    return value.date();
}

std::vector<std::string> StrictMembers::texts(std::string_view name)
{
    std::vector<std::string> all;
    for (StrictItems items{member(name)}; !items.is_over();) all.push_back(items.text());
    return all;
}

std::vector<StrictMembers> StrictMembers::objects(std::string_view name)
{
    std::vector<StrictMembers> all;
    for (StrictItems items{member(name)}; !items.is_over();) all.emplace_back(items.next());
    return all;
}

std::vector<StrictItems> StrictMembers::rows(std::string_view name)
{
    std::vector<StrictItems> all;
    for (StrictItems items{member(name)}; !items.is_over();) all.emplace_back(items.next());
    return all;
}

void StrictMembers::end() const
{
    if (!members_.empty()) members_.begin()->second.blame();
}

}  // namespace premises
