// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "closing/http/correction_fields.h"
#include "indicators/http/answers.h"

namespace indicators {

namespace {

json::object to_json(const Entry& entry)
{
    return {{"code", entry.code},
            {"actual", entry.actual},
            {"band", entry.band},
            {"published", entry.published},
            {"remark", entry.remark}};
}

json::object to_json(const Note& note)
{
    return {{"code", note.code}, {"kind", to_text(note.kind)}, {"text", note.text}};
}

// The indicator has to be promised by somebody; nobody need have entered anything for it.
base::Result<base::FiscalYear> known(const http::Context& context)
{
    TRY_ASSIGN(const base::FiscalYear year, year_of(context));
    TRY(indicators_of(context).require_indicator(context.actor.org, year, context.part("code")));
    return year;
}

Entry entry_of(const http::Context& context, base::FiscalYear year)
{
    for (Entry& entry : indicators_of(context).entries(context.actor.org, year))
        if (entry.code == context.part("code")) return std::move(entry);
    return {context.part("code")};
}

http::Response entries(http::Context& context)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    json::array items;
    for (const Entry& entry : indicators_of(context).entries(context.actor.org, *year)) items.push_back(to_json(entry));
    return listed(std::move(items));
}

http::Response entry(http::Context& context)
{
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    const auto year = known(context);
    if (!year) return http::problem(year.error());
    return answer(200, to_json(entry_of(context, *year)));
}

http::Response enter(http::Context& context)
{
    const auto year = known(context);
    if (!year) return http::problem(year.error());
    http::Fields fields{context.request};
    Entry entry{context.part("code")};
    entry.actual = fields.optional_text("actual", 500).value_or("");
    entry.band = fields.optional_text("band", 100).value_or("");
    entry.published = fields.optional_text("published", 20).value_or("");
    entry.remark = fields.optional_text("remark", 1'000).value_or("");
    const auto correction = closing::correction_of(fields);
    if (fields.has("code") && fields.text("code") != entry.code)
        fields.add("code", {base::ErrorKind::invalid, "indicators.entry.code_differs"});
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto entered = indicators_of(context, correction).enter(context.actor, *year, entry);
    if (!entered && entered.error().code == "indicators.import.published_malformed")
        return wrong_fields({{"/published", entered.error()}});
    if (!entered) return http::problem(entered.error());
    tell(context, "entries", *year);
    return answer(200, to_json(entry));
}

http::Response notes(http::Context& context)
{
    const auto year = year_of(context);
    if (!year) return http::problem(year.error());
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    json::array items;
    for (const Note& note : indicators_of(context).notes(context.actor.org, *year)) items.push_back(to_json(note));
    return listed(std::move(items));
}

// {kind} of the path: only the words of the contract.
std::optional<NoteKind> kind_of(const http::Context& context)
{
    const auto kind = parse_note_kind(context.part("kind"));
    return kind && to_text(*kind) == context.part("kind") ? std::optional{*kind} : std::nullopt;
}

http::Response unknown_kind(const http::Context& context)
{
    return http::problem(
        {base::ErrorKind::not_found, "indicators.note.kind_unknown", {{"text", context.part("kind")}}});
}

http::Response note(http::Context& context)
{
    http::Query query{context.request};
    if (auto problem = query.problem()) return *std::move(problem);
    const auto year = known(context);
    if (!year) return http::problem(year.error());
    const auto kind = kind_of(context);
    if (!kind) return unknown_kind(context);
    Note found{context.part("code"), *kind, ""};
    for (const Note& one : indicators_of(context).notes(context.actor.org, *year))
        if (one.code == found.code && one.kind == found.kind) found = one;
    return answer(200, to_json(found));
}

http::Response write_note(http::Context& context)
{
    const auto year = known(context);
    if (!year) return http::problem(year.error());
    const auto kind = kind_of(context);
    if (!kind) return unknown_kind(context);
    http::Fields fields{context.request};
    const Note note{context.part("code"), *kind, fields.text("text", 2'000)};
    const auto correction = closing::correction_of(fields);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto written = indicators_of(context, correction).note(context.actor, *year, note);
    if (!written) return http::problem(written.error());
    tell(context, "notes", *year);
    return answer(200, to_json(note));
}

}  // namespace

void add_entry_routes(http::Router& router)
{
    using http::Body;
    using http::Method;
    router.add({.path = "/api/v1/indicators/years/{year}/entries",
                .operation = "listEntries",
                .permission = "indicators.read",
                .handle = entries});
    router.add({.path = "/api/v1/indicators/years/{year}/entries/{code}",
                .operation = "getEntry",
                .permission = "indicators.read",
                .handle = entry});
    router.add({.method = Method::put,
                .path = "/api/v1/indicators/years/{year}/entries/{code}",
                .operation = "setEntry",
                .permission = "indicators.edit",
                .body = Body::json,
                .handle = enter});
    router.add({.path = "/api/v1/indicators/years/{year}/notes",
                .operation = "listNotes",
                .permission = "indicators.read",
                .handle = notes});
    router.add({.path = "/api/v1/indicators/years/{year}/notes/{code}/{kind}",
                .operation = "getNote",
                .permission = "indicators.read",
                .handle = note});
    router.add({.method = Method::put,
                .path = "/api/v1/indicators/years/{year}/notes/{code}/{kind}",
                .operation = "setNote",
                .permission = "indicators.edit",
                .body = Body::json,
                .handle = write_note});
}

}  // namespace indicators
