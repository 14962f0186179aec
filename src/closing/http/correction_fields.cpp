// SPDX-License-Identifier: Apache-2.0
#include "closing/http/correction_fields.h"

namespace closing {

std::optional<Correction> correction_of(http::Fields& fields)
{
    if (!fields.has("correction")) return std::nullopt;
    auto said = fields.object("correction");
    if (!said) return std::nullopt;
    return Correction{said->text("reason", 500), said->optional_text("document", 100).value_or("")};
}

std::optional<Correction> correction_of(http::Query& query)
{
    const Correction said{query.text("correction_reason", 500), query.text("correction_document", 100)};
    return said == Correction{} ? std::nullopt : std::optional{said};
}

boost::json::value to_json(const std::optional<Correction>& correction)
{
    if (!correction) return nullptr;
    return boost::json::object{{"reason", correction->reason}, {"document", correction->document}};
}

std::optional<Correction> correction_of(const boost::json::object& params)
{
    const boost::json::value* const said = params.if_contains("correction");
    if (!said || said->is_null()) return std::nullopt;
    const boost::json::object& object = said->as_object();
    return Correction{std::string{object.at("reason").as_string()}, std::string{object.at("document").as_string()}};
}

}  // namespace closing
