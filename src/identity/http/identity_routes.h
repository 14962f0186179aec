// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "http/query.h"
#include "http/router.h"
#include "identity/doorkeeper.h"
#include "identity/grants.h"

namespace identity {

// Asked for when a request needs it: routes can be listed without a server.
using Door = std::function<Doorkeeper&()>;

// Everything below /api/v1/identity.
void add_identity_routes(http::Router& router, const Door& door);

void add_sign_in_routes(http::Router& router, const Door& door);      // setup, sessions, code-sessions
void add_own_account_routes(http::Router& router, const Door& door);  // me, sign-out, password, second-factor
void add_session_routes(http::Router& router);                        // sessions: list and kick
void add_organisation_routes(http::Router& router);
void add_people_routes(http::Router& router);
void add_grant_routes(http::Router& router);
void add_audit_routes(http::Router& router);
void add_export_routes(http::Router& router);  // people, grants and sessions as tables
void add_note_routes(http::Router& router);    // drafts, preferences

// state and person of the list of grants and of its export; what is wrong is collected in `query`.
GrantFilter grant_filter(http::Query& query);

}  // namespace identity
