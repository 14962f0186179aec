// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "premises/core/tolerance.h"
#include "premises/import.h"
#include "premises/shape.h"

namespace premises {

struct SurveyFile {
    std::filesystem::path path;
    std::string name = {};                   // what its sender calls it; empty: as it is called on disk
    EstateKind kind = EstateKind::building;  // of what it has outlines
    std::optional<std::int64_t> epsg = {};   // where the file does not say it: 4513 to 4554
    ImportMode mode = ImportMode::store;
};

enum class OutlineChange { added, changed, unchanged };

struct SurveyedOutline {
    std::string code;
    OutlineChange change = OutlineChange::added;
    Area area = {};
    std::optional<AreaComparison> comparison = {};  // of a parcel, against the certified area
};

// With problems nothing is stored.
struct SurveyOutcome {
    bool is_stored = false;
    int epsg = 0;
    std::vector<SurveyedOutline> outlines = {};
    std::vector<std::string> notes = {};  // codes of things worth telling
    std::vector<ImportProblem> problems = {};
};

}  // namespace premises
