// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace base {

// How much a finding weighs: an error forbids signing, a warning wants an answer, a note explains.
enum class Severity { error, warning, note };

constexpr const char* to_string(Severity severity)
{
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::note: return "note";
    }
    return "";
}

}  // namespace base
