// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace document {

// The instant that a file says it was made at: the start of the printed day ("2025年1月20日" or "2025-01-20") as
// "2025-01-20T00:00:00Z", and "1980-01-01T00:00:00Z" where no day is printed. Never the time of rendering: that would
// change the bytes of a document that has not changed.
std::string instant_of(std::string_view printed_date);

}  // namespace document
