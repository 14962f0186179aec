// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/grants.h"
#include "identity/people.h"
#include "spreadsheet/write.h"

namespace identity {

struct ExportFrom {
    sql::Connection& db;
    const base::Clock& clock;
    base::OrgId org;
};

// What the lists show, whole, as tables in Chinese.
spreadsheet::TableSheet people_table(const ExportFrom& from, const PersonFilter& filter);
spreadsheet::TableSheet grants_table(const ExportFrom& from, const GrantFilter& filter);
spreadsheet::TableSheet sessions_table(const ExportFrom& from);

}  // namespace identity
