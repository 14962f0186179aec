// SPDX-License-Identifier: Apache-2.0
#include "closing/core/correction.h"

namespace closing {

base::Result<void> check_correction(const Correction& correction)
{
    if (correction.reason.find_first_not_of(" \t\r\n") != std::string::npos) return {};
    return base::fail(base::ErrorKind::invalid, "closing.correction.reason_empty");
}

}  // namespace closing
