// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/allocations/documents: cells and paragraphs.

#include <string>
#include <vector>

#include "base/grouped.h"
#include "base/ratio.h"
#include "document/document.h"

namespace allocations {

inline document::TableCell words_cell(std::string text)
{
    document::TableCell cell;
    cell.runs = {{std::move(text)}};
    return cell;
}

inline document::TableCell area_cell(const base::Ratio& area)
{
    const std::string exact = area.rounded(2).to_string();
    document::TableCell cell = words_cell(base::grouped(exact));
    cell.align = document::Align::right;
    cell.number = exact;
    cell.number_format = "0.00";
    return cell;
}

inline document::TableCell count_cell(std::int64_t count)
{
    document::TableCell cell = words_cell(std::to_string(count));
    cell.align = document::Align::right;
    cell.number = std::to_string(count);
    cell.number_format = "0";
    return cell;
}

inline document::Table table_of(std::string caption, std::string sheet, std::vector<int> widths,
                                const std::vector<std::string>& titles)
{
    document::Table table;
    table.caption = std::move(caption);
    table.sheet = std::move(sheet);
    table.widths = std::move(widths);
    std::vector<document::TableCell> row;
    for (const std::string& title : titles) {
        document::TableCell cell = words_cell(title);
        cell.header = true;
        cell.align = document::Align::center;
        row.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
    return table;
}

inline void say(document::Document& document, const std::string& text)
{
    document.blocks.emplace_back(document::Paragraph{{{text}}});
}

inline void head(document::Document& document, const std::string& text)
{
    document.blocks.emplace_back(document::Heading{1, text});
}

}  // namespace allocations
