// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "base/result.h"
#include "check/core/report_text.h"

namespace check {

constexpr std::size_t most_text_bytes = std::size_t{4} << 20;  // 1.4 million Chinese letters: some 2,000 pages
constexpr std::size_t most_lines_and_cells = 300'000;

// The rules take time for each letter and for each line, row and cell. What keeps them busy for longer than anybody
// waits is no report: check.file.too_much_text {most} (MB), check.file.too_many_lines {most}.
base::Result<void> refuse_too_much(const ReportText& text);

}  // namespace check
