// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "premises/core/estate.h"

namespace premises {

// Which parcels or buildings somebody asks for.
struct EstateFilter {
    std::string unit = {};  // the whole name of who uses it
    std::optional<TitleStatus> title = {};
    std::string text = {};  // part of the code, the name or the address
};

struct SourceArea {
    AreaSource source = AreaSource::certificate;
    Area area = {};
};

// One page of them by code, and what the filter takes in all.
struct EstatePage {
    std::vector<Estate> estates = {};
    bool has_next = false;
    std::int64_t total = 0;
    std::vector<SourceArea> areas = {};
};

}  // namespace premises
