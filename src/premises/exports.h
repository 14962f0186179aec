// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "base/id.h"
#include "premises/premises.h"

namespace premises {

struct ExportOf {
    std::optional<RegisterSheet> sheet = {};  // all of them without one
    EstateFilter filter = {};                 // of parcels and buildings, and of what belongs to them
};

// A workbook that import() reads again. Refuses what spreadsheet::write_workbook refuses.
base::Result<void> export_register(const Premises& premises, const base::OrgId& org, const ExportOf& what,
                                   const std::filesystem::path& file);

}  // namespace premises
