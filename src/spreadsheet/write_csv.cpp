// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <string_view>
#include <system_error>

#include "spreadsheet/number_text.h"
#include "spreadsheet/replace_file.h"
#include "spreadsheet/write.h"

namespace spreadsheet {

namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";  // without it a Chinese Excel reads GB18030

bool looks_like_formula(const Cell& cell)
{
    constexpr std::array<std::string_view, 11> starts{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
    if (cell.kind == CellKind::number) return false;
    const bool is_negative_number = cell.text.starts_with('-') && exact_number(cell.text).has_value();
    return !is_negative_number && std::any_of(starts.begin(), starts.end(),
                                              [&](std::string_view start) { return cell.text.starts_with(start); });
}

std::string field(const Cell& cell)
{
    std::string text = (looks_like_formula(cell) ? "'" : "") + cell.text;
    if (text.find_first_of(",;\t\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string line(const std::vector<Cell>& row)
{
    std::string text;
    for (std::size_t column = 0; column < row.size(); ++column) text += (column > 0 ? "," : "") + field(row[column]);
    return text + "\r\n";
}

}  // namespace

std::string csv_text(const std::vector<std::vector<Cell>>& rows)
{
    std::string text{mark};
    for (const auto& row : rows) text += line(row);
    return text;
}

void write_csv(const std::filesystem::path& path, const RowSource& rows)
{
    replace_file(path, [&](const std::filesystem::path& fresh) {
        std::ofstream file{fresh, std::ios::binary};
        file << mark;
        rows([&file](const std::vector<Cell>& row) { file << line(row); });
        file.close();
        if (!file) throw std::system_error(errno ? errno : EIO, std::generic_category(), path.string());
    });
}

}  // namespace spreadsheet
