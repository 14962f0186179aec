// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "premises/core/area.h"

namespace premises {

// How far a surveyed area may lie from a certified one, by the grade of the survey: a·√S + b·S square metres, S being
// the certified area. a and b in ten-thousandths: 0.02 is 200.
struct ToleranceGrade {
    std::int64_t grade = 1;
    std::int64_t root_factor = 0;
    std::int64_t area_factor = 0;
};

struct Tolerances {
    std::vector<ToleranceGrade> grades = {};
    std::string source = {};  // the standard, with the mark of how sure we are of its numbers
};

struct AreaLimit {
    std::int64_t grade = 1;
    Area limit = {};  // rounded down
    bool is_within = false;
};

struct AreaComparison {
    Area certificate = {};
    Area survey = {};
    Area difference = {};  // survey less certificate
    std::vector<AreaLimit> limits = {};
    std::string source = {};
};

// Exact: no root is ever rounded before it is compared.
AreaComparison compare(Area certificate, Area survey, const Tolerances& tolerances);

}  // namespace premises
