// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"
#include "http/router.h"
#include "indicators/rule_sets.h"
#include "jobs/job_context.h"

namespace app {

// What the parts of app that the command line has too work with.
inline cli::Office office_of(const http::Context& context)
{
    return {context.db, context.actor, context.clock, context.data};
}
inline cli::Office office_of(const jobs::JobContext& context)
{
    return {context.db, context.actor, context.clock, context.data};
}

// ?rule_set= or a member of a body: only rule sets that are shipped, never the path of a file. Adds
// request.word_unknown {words} for another one; hubei-2020 where none is named.
template <class From>
std::string rule_set_of(From& from, const std::string& written)
{
    std::string known;
    for (const std::string& id : indicators::shipped_rule_sets()) {
        if (id == written) return id;
        known += (known.empty() ? "" : " ") + id;
    }
    if (!written.empty()) from.add("rule_set", {base::ErrorKind::invalid, "request.word_unknown", {{"words", known}}});
    return "hubei-2020";
}

}  // namespace app
