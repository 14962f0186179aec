// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace ledgers {

// What people type, made comparable. Text is UTF-8; a blank is also the full-width, no-break or zero-width one.

// Without blanks at either end; line ends as \n. Nothing inside changes: this is what a register keeps.
std::string trimmed(std::string_view text);

// Full-width digits, letters and signs as half-width ones (１２，ＡＢ（元） becomes 12,AB(元)), every dash as -, every
// run of blanks as one, none at either end.
std::string half_width(std::string_view text);

// half_width() without any blank: for comparing headers, choices and identity cells (合 计 is 合计).
std::string folded(std::string_view text);

// The characters that no cell may hold: controls other than tab and line ends. Cells are joined by one of them.
bool has_control_character(std::string_view text);

}  // namespace ledgers
