// SPDX-License-Identifier: Apache-2.0
#include "http/fields.h"

#include <boost/json.hpp>

#include "chinese/letters.h"

namespace http {

namespace {

constexpr std::size_t deepest = 16;

base::Error invalid_field(const char* code, base::ErrorArgs args = {})
{
    return {base::ErrorKind::invalid, code, std::move(args)};
}

base::Result<base::Money> parse(const std::string& text, base::Money)
{
    return base::Money::parse(text);
}

base::Result<base::Date> parse(const std::string& text, base::Date)
{
    return base::Date::parse(text);
}

}  // namespace

Fields::Fields(const Request& request) : errors_{std::make_shared<Errors>()}
{
    boost::json::parse_options options;
    options.max_depth = deepest;
    boost::system::error_code error;
    document_ = std::make_shared<boost::json::value>(boost::json::parse(request.body, error, {}, options));
    object_ = document_->if_object();
    if (object_) return;
    errors_->is_malformed = true;
    errors_->list.push_back({"", invalid_field(error ? "request.not_json" : "request.not_an_object")});
}

Fields::Fields(const boost::json::value& value, std::string pointer, std::shared_ptr<Errors> errors,
               std::shared_ptr<boost::json::value> document)
    : document_{std::move(document)},
      object_{value.if_object()},
      pointer_{std::move(pointer)},
      errors_{std::move(errors)}
{
    if (object_) return;
    errors_->is_malformed = true;
    errors_->list.push_back({pointer_, invalid_field("request.not_an_object")});
}

std::string Fields::pointer_to(std::string_view name) const
{
    std::string pointer = pointer_ + "/";
    for (const char c : name) pointer += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return pointer;
}

void Fields::add(std::string_view name, base::Error error)
{
    errors_->list.push_back({pointer_to(name), std::move(error)});
}

void Fields::wrong_type(std::string_view name, const char* type)
{
    errors_->is_malformed = true;
    add(name, invalid_field("request.wrong_type", {{"type", type}}));
}

const boost::json::value* Fields::member(std::string_view name, bool is_required)
{
    if (!object_) return nullptr;
    asked_->insert(std::string{name});
    const boost::json::value* const found = object_->if_contains(name);
    if (found && !found->is_null()) return found;
    if (is_required) {
        errors_->is_malformed = true;
        add(name, invalid_field("request.field_missing"));
    }
    return nullptr;
}

std::optional<std::string> Fields::optional_text(std::string_view name, std::size_t most_letters)
{
    const auto* const value = member(name, false);
    if (!value) return std::nullopt;
    const auto* const text = value->if_string();
    if (!text) {
        wrong_type(name, "string");
        return std::nullopt;
    }
    std::string plain{text->data(), text->size()};
    if (plain.find('\0') != std::string::npos) wrong_type(name, "string");
    if (chinese::letter_count(plain) > most_letters)
        add(name, invalid_field("request.text_too_long", {{"most", std::to_string(most_letters)}}));
    return plain;
}

std::string Fields::text(std::string_view name, std::size_t most_letters)
{
    member(name, true);
    return optional_text(name, most_letters).value_or("");
}

template <class T>
std::optional<T> Fields::parsed(std::string_view name, bool is_required)
{
    if (is_required) member(name, true);
    const auto written = optional_text(name);
    if (!written) return std::nullopt;
    auto value = parse(*written, T{});
    if (value) return *value;
    add(name, value.error());
    return std::nullopt;
}

base::Money Fields::money(std::string_view name)
{
    return parsed<base::Money>(name, true).value_or(base::Money{});
}

std::optional<base::Money> Fields::optional_money(std::string_view name)
{
    return parsed<base::Money>(name, false);
}

base::Date Fields::date(std::string_view name)
{
    return parsed<base::Date>(name, true).value_or(base::Date{});
}

std::optional<base::Date> Fields::optional_date(std::string_view name)
{
    return parsed<base::Date>(name, false);
}

std::optional<std::int64_t> Fields::optional_integer(std::string_view name)
{
    const auto* const value = member(name, false);
    if (!value) return std::nullopt;
    if (value->is_int64()) return value->get_int64();
    wrong_type(name, "integer");
    return std::nullopt;
}

std::int64_t Fields::integer(std::string_view name)
{
    member(name, true);
    return optional_integer(name).value_or(0);
}

std::optional<bool> Fields::optional_flag(std::string_view name)
{
    const auto* const value = member(name, false);
    if (!value) return std::nullopt;
    if (value->is_bool()) return value->get_bool();
    wrong_type(name, "boolean");
    return std::nullopt;
}

bool Fields::flag(std::string_view name)
{
    member(name, true);
    return optional_flag(name).value_or(false);
}

std::vector<std::string> Fields::texts(std::string_view name)
{
    std::vector<std::string> list;
    const auto* const value = member(name, true);
    if (!value) return list;
    const auto* const array = value->if_array();
    if (!array) wrong_type(name, "array");
    if (!array) return list;
    for (const auto& item : *array) {
        if (const auto* const text = item.if_string())
            list.emplace_back(text->data(), text->size());
        else
            wrong_type(name, "array of strings");
    }
    return list;
}

std::string Fields::json(std::string_view name)
{
    const auto* const value = member(name, true);
    return value ? boost::json::serialize(*value) : std::string{};
}

bool Fields::has(std::string_view name) const
{
    const auto* const value = object_ ? object_->if_contains(name) : nullptr;
    return value && !value->is_null();
}

std::vector<Fields> Fields::objects(std::string_view name)
{
    std::vector<Fields> list;
    const auto* const value = member(name, true);
    if (!value) return list;
    const auto* const array = value->if_array();
    if (!array) wrong_type(name, "array");
    if (!array) return list;
    for (std::size_t i = 0; i < array->size(); ++i)
        list.push_back(Fields{(*array)[i], pointer_to(name) + "/" + std::to_string(i), errors_, document_});
    inner_->insert(inner_->end(), list.begin(), list.end());
    return list;
}

std::optional<Fields> Fields::object(std::string_view name)
{
    const auto* const value = member(name, false);
    if (!value) return std::nullopt;
    inner_->push_back(Fields{*value, pointer_to(name), errors_, document_});
    return inner_->back();
}

void Fields::report_unknown() const
{
    if (object_)
        for (const auto& pair : *object_) {
            if (asked_->contains(std::string_view{pair.key().data(), pair.key().size()})) continue;
            errors_->is_malformed = true;
            errors_->list.push_back({pointer_to(pair.key()), invalid_field("request.field_unknown")});
        }
    for (const Fields& inner : *inner_) inner.report_unknown();
}

std::optional<Response> Fields::problem()
{
    report_unknown();
    if (errors_->list.empty()) return std::nullopt;
    Response response = http::problem(errors_->is_malformed ? 400 : 422, invalid_field("request.fields_wrong"));
    response.problem->fields = errors_->list;
    return response;
}

}  // namespace http
