// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace document {

// The page of GB/T 9704-2012: A4, the text area (版心) 156 × 225 mm, 37 mm below the upper and 28 mm from the left
// edge, with 22 lines of 28 characters. Lengths in millimetres; type sizes (字号) in points.
namespace page {

constexpr double width_mm = 210;
constexpr double height_mm = 297;
constexpr double left_mm = 28;
constexpr double top_mm = 37;
constexpr double text_width_mm = 156;
constexpr double text_height_mm = 225;
constexpr double number_below_text_mm = 7;
constexpr int lines = 22;
constexpr int characters = 28;

constexpr double title_size = 22;     // 二号
constexpr int title_characters = 19;  // of that size in a line; 20 fit, but digits are wider than half a character
constexpr double body_size = 16;      // 三号
constexpr double number_size = 14;    // 四号
constexpr double note_size = 12;      // 小四
constexpr double qr_mm = 38;          // a side with the quiet margin, as on the labels
constexpr double table_size = 10.5;   // 五号

}  // namespace page

}  // namespace document
