// SPDX-License-Identifier: Apache-2.0
#include "http/fields.h"
#include "identity/http/identity_routes.h"
#include "identity/http/session_json.h"
#include "identity/notes.h"

namespace identity {

namespace {

constexpr std::size_t most_bytes = 128 * 1024;

// What is not kept reads as null, so that the first one can be saved over what was seen, too.
http::Response answered(const std::string& name, const std::optional<Note>& note)
{
    boost::json::object body{{"name", name}, {"value", nullptr}, {"saved_at", nullptr}};
    if (note) {
        body["value"] = boost::json::parse(note->value);
        body["saved_at"] = base::instant_text(note->saved_ms);
    }
    return answer(body);
}

template <NoteKind kind>
http::Response find(http::Context& context)
{
    const std::string& name = context.part("name");
    const auto note = Notes{context.db, context.clock}.find(context.actor, kind, name);
    return note ? answered(name, *note) : http::problem(note.error());
}

template <NoteKind kind>
http::Response save(http::Context& context)
{
    http::Fields fields{context.request};
    const std::string value = fields.json("value");
    if (auto problem = fields.problem()) return *std::move(problem);
    const std::string& name = context.part("name");
    const auto note = Notes{context.db, context.clock}.save(context.actor, kind, name, value);
    return note ? answered(name, *note) : http::problem(note.error());
}

http::Response remove(http::Context& context)
{
    const std::string& name = context.part("name");
    const auto removed = Notes{context.db, context.clock}.remove(context.actor, NoteKind::draft, name);
    return removed ? answered(name, std::nullopt) : http::problem(removed.error());
}

void add(http::Router& router, http::Method method, const char* path, const char* operation, http::Handler handle)
{
    router.add({.method = method,
                .path = path,
                .operation = operation,
                .permission = "desk.use",
                .body = method == http::Method::put ? http::Body::json : http::Body::none,
                .body_limit = most_bytes,
                .handle = std::move(handle)});
}

}  // namespace

void add_note_routes(http::Router& router)
{
    using http::Method;
    constexpr const char* draft = "/api/v1/identity/drafts/{name}";
    constexpr const char* preference = "/api/v1/identity/preferences/{name}";
    add(router, Method::get, draft, "getDraft", find<NoteKind::draft>);
    add(router, Method::put, draft, "saveDraft", save<NoteKind::draft>);
    add(router, Method::del, draft, "deleteDraft", remove);
    add(router, Method::get, preference, "getPreference", find<NoteKind::preference>);
    add(router, Method::put, preference, "savePreference", save<NoteKind::preference>);
}

}  // namespace identity
