// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/write_formats.h"

namespace spreadsheet {

namespace {

constexpr const char* font = "宋体";  // what Chinese offices have; Excel's own is a Latin one

lxw_format* new_format(lxw_workbook* workbook)
{
    lxw_format* const format = workbook_add_format(workbook);
    format_set_font_name(format, font);
    return format;
}

lxw_format* number_format(lxw_workbook* workbook, const char* code)
{
    lxw_format* const format = new_format(workbook);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_num_format(format, code);
    return format;
}

lxw_format* header_format(lxw_workbook* workbook, lxw_color_t background)
{
    lxw_format* const format = new_format(workbook);
    format_set_bold(format);
    format_set_bg_color(format, background);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_CENTER);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    return format;
}

}  // namespace

Formats formats_of(lxw_workbook* workbook)
{
    format_set_font_name(STAILQ_FIRST(workbook->formats), font);  // of cells that have no format
    lxw_format* const title = new_format(workbook);
    format_set_bold(title);
    format_set_font_size(title, 14);
    lxw_format* const example = new_format(workbook);
    format_set_italic(example);
    format_set_font_color(example, 0x808080);
    // A long text goes on below, not beyond the paper.
    lxw_format* const text = number_format(workbook, "@");
    format_set_text_wrap(text);
    return {.title = title,
            .header = header_format(workbook, 0xE7E6E6),
            .required_header = header_format(workbook, 0xFFE699),
            .example = example,
            .general = number_format(workbook, "General"),
            .text = text,
            .money = number_format(workbook, "#,##0.00"),
            .percent = number_format(workbook, "0.00%"),
            .date = number_format(workbook, "yyyy-mm-dd"),
            .time = number_format(workbook, "yyyy-mm-dd hh:mm:ss"),
            .clock = number_format(workbook, "hh:mm:ss")};
}

lxw_format* column_format(const Formats& formats, ColumnKind kind)
{
    switch (kind) {
        case ColumnKind::text: return formats.text;
        case ColumnKind::number: return formats.general;
        case ColumnKind::money: return formats.money;
        case ColumnKind::date: return formats.date;
        case ColumnKind::time: return formats.time;
    }
    return formats.general;
}

}  // namespace spreadsheet
