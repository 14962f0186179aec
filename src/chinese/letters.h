// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chinese {

// One letter of a UTF-8 text: its code point and the bytes it takes. A broken byte comes as U+FFFD of one byte.
struct Letter {
    char32_t code = 0;
    std::size_t at = 0;
    std::size_t size = 0;
};

std::vector<Letter> letters(std::string_view utf8);
std::size_t letter_count(std::string_view utf8);

// The text as a parser wants it: full-width forms as ASCII (９０％ is 90%), one spelling of each sign (≧ ⩾ ≮ are ≥,
// ﹦ and ＝ are =), squared units written out (㎡ is m²), Kangxi radicals as the letters they look like, every kind of
// blank as one blank, invisible letters dropped, no blanks at the ends. For reading only: what is printed stays as it
// is.
std::string normalised(std::string_view utf8);
// normalised() without any blank: for comparing headers, names and choices (合 计 is 合计).
std::string compact(std::string_view utf8);

// Without blanks and invisible letters at either end, line ends as \n; nothing inside changes. For what is kept.
std::string trimmed(std::string_view utf8);

}  // namespace chinese
