// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/program.h"
#include "closing/closing.h"

namespace app {

// Something that stands open in a month or year. Words by `what`.
struct OpenItem {
    std::string severity;  // error, warning, note
    base::Error what;
};

// What a month or year that is about to be closed still has open, the worst first: findings of its budget at its end,
// and what somebody typed and did not send; of a year also that it was never evaluated, that its newest run is not
// signed, and the errors of that run.
std::vector<OpenItem> open_items(const cli::Office& office, const closing::Span& span);

struct Closed {
    std::vector<closing::Span> spans;
    std::vector<OpenItem> open;
};
// Refuses closing.period.open_items {period, count} while an error stands open, unless they are accepted, and what
// Closings::close() refuses.
base::Result<Closed> close(const cli::Office& office, const closing::Span& span, bool accepts_open);
base::Result<std::vector<closing::Unexplained>> verify(const cli::Office& office, base::FiscalYear year);

}  // namespace app
