// SPDX-License-Identifier: Apache-2.0
#include "indicators/store/json_fields.h"

namespace indicators {

namespace json = boost::json;

namespace {

const json::value& null_value()
{
    static const json::value null;
    return null;
}

}  // namespace

JsonFields::JsonFields(const json::value& value, std::string path, std::optional<base::Error>& error)
    : object_{value.if_object()}, path_{std::move(path)}, error_{error}
{
    if (!object_) refuse("indicators.rule_set.value_impossible", "", {{"value", json::serialize(value)}});
}

std::string JsonFields::path_of(std::string_view key) const
{
    if (path_.empty() || key.empty()) return path_ + std::string{key};
    return path_ + "." + std::string{key};
}

void JsonFields::refuse(const char* code, std::string_view key, base::ErrorArgs args)
{
    if (error_) return;
    args.emplace_back("path", path_of(key));
    error_ = base::Error{base::ErrorKind::invalid, code, std::move(args)};
}

void JsonFields::impossible(std::string_view key, const std::string& value)
{
    refuse("indicators.rule_set.value_impossible", key, {{"value", value}});
}

const json::value& JsonFields::optional_member(std::string_view key)
{
    asked_.emplace(key);
    const json::value* const found = object_ ? object_->if_contains(key) : nullptr;
    return found ? *found : null_value();
}

const json::value& JsonFields::member(std::string_view key)
{
    const json::value& value = optional_member(key);
    if (object_ && !object_->contains(key)) refuse("indicators.rule_set.key_missing", key);
    return value;
}

std::string JsonFields::text(std::string_view key)
{
    const json::value& value = member(key);
    if (const json::string* const string = value.if_string(); string && !string->empty()) return std::string{*string};
    impossible(key, json::serialize(value));
    return {};
}

bool JsonFields::flag(std::string_view key)
{
    const json::value& value = member(key);
    if (const bool* const flag = value.if_bool()) return *flag;
    impossible(key, json::serialize(value));
    return false;
}

base::Date JsonFields::date(std::string_view key)
{
    const std::string written = text(key);
    const auto date = base::Date::parse(written);
    if (date) return *date;
    impossible(key, written);
    return {};
}

std::optional<base::Date> JsonFields::optional_date(std::string_view key)
{
    if (optional_member(key).is_null()) return std::nullopt;
    return date(key);
}

std::optional<base::Decimal> decimal_of(const json::value& value)
{
    const json::string* const string = value.if_string();
    if (!string) return std::nullopt;
    const auto decimal = base::Decimal::parse(std::string_view{*string});
    const bool fits =
        decimal && !decimal->is_negative() && decimal->scale() <= 4 && *decimal <= base::Decimal::whole(1'000);
    return fits ? std::optional{*decimal} : std::nullopt;
}

base::Decimal JsonFields::decimal(std::string_view key)
{
    const json::value& value = member(key);
    if (const auto decimal = decimal_of(value)) return *decimal;
    impossible(key, json::serialize(value));
    return {};
}

std::optional<base::Decimal> JsonFields::optional_decimal(std::string_view key)
{
    if (optional_member(key).is_null()) return std::nullopt;
    return decimal(key);
}

std::optional<int> JsonFields::optional_count(std::string_view key, int most)
{
    const json::value& value = optional_member(key);
    if (value.is_null()) return std::nullopt;
    const std::int64_t* const count = value.if_int64();
    if (count && *count >= 0 && *count <= most) return static_cast<int>(*count);
    impossible(key, json::serialize(value));
    return std::nullopt;
}

void JsonFields::no_other_keys()
{
    if (!object_) return;
    for (const auto& member : *object_)
        if (!asked_.contains(std::string_view{member.key()}))
            return refuse("indicators.rule_set.key_unknown", std::string_view{member.key()});
}

}  // namespace indicators
