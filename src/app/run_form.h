// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "indicators/core/form.h"
#include "indicators/core/run.h"

namespace app {

// A stored run in the shape of a scored form, so that it is shown and written (out/score.json) as `mingji score` does.
struct RunAsForm {
    indicators::Form form;
    indicators::ScoredForm scored;
};
RunAsForm as_form(const indicators::Run& run);

}  // namespace app
