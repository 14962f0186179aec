// SPDX-License-Identifier: Apache-2.0
#include "document/xlsx_formats.h"

#include <algorithm>

namespace document {

namespace {

constexpr lxw_color_t header_fill = 0xF2F2F2;
constexpr lxw_color_t missing_fill = 0xFFF2A8;
constexpr lxw_color_t missing_text = 0xC00000;

std::uint8_t alignment_of(const TableCell& cell)
{
    if (cell.align == Align::right) return LXW_ALIGN_RIGHT;
    return cell.align == Align::center || cell.header ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT;
}

}  // namespace

lxw_format* Formats::title()
{
    if (title_) return title_;
    title_ = workbook_add_format(workbook_);
    format_set_font_name(title_, "方正小标宋简体");
    format_set_font_size(title_, 16);
    format_set_align(title_, LXW_ALIGN_CENTER);
    format_set_align(title_, LXW_ALIGN_VERTICAL_CENTER);
    return title_;
}

lxw_format* Formats::of(const TableCell& cell)
{
    const bool bold = std::any_of(cell.runs.begin(), cell.runs.end(), [](const Run& run) { return run.bold; });
    const bool missing = std::any_of(cell.runs.begin(), cell.runs.end(), [](const Run& run) { return run.missing; });
    lxw_format*& format = formats_[{cell.header, bold, missing, cell.align, cell.number_format}];
    if (format) return format;

    format = workbook_add_format(workbook_);
    format_set_font_name(format, cell.header ? "黑体" : "宋体");
    format_set_font_size(format, 10.5);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_text_wrap(format);
    format_set_align(format, alignment_of(cell));
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (cell.header) format_set_bg_color(format, header_fill);
    if (bold || missing) format_set_bold(format);
    if (missing) {
        format_set_bg_color(format, missing_fill);
        format_set_font_color(format, missing_text);
    }
    if (!cell.number_format.empty()) format_set_num_format(format, cell.number_format.c_str());
    return format;
}

}  // namespace document
