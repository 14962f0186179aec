// SPDX-License-Identifier: Apache-2.0
#include "identity/http/identity_routes.h"

namespace identity {

void add_identity_routes(http::Router& router, const Door& door)
{
    add_sign_in_routes(router, door);
    add_own_account_routes(router, door);
    add_session_routes(router);
    add_organisation_routes(router);
    add_people_routes(router);
    add_grant_routes(router);
    add_audit_routes(router);
    add_export_routes(router);
    add_note_routes(router);
}

}  // namespace identity
