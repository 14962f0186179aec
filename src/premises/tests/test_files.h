// SPDX-License-Identifier: Apache-2.0
#pragma once

// Workbooks and texts for tests.

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "spreadsheet/write.h"

namespace premises {

// A folder that is gone at the end of the test.
class TestFolder {
public:
    TestFolder()
    {
        static std::atomic<int> counter{0};
        path_ = std::filesystem::temp_directory_path() /
                ("premises_" + std::to_string(::getpid()) + "_" + std::to_string(++counter));
        std::filesystem::create_directories(path_);
    }
    ~TestFolder() { std::filesystem::remove_all(path_); }
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    std::filesystem::path file(const std::string& name) const { return path_ / name; }
    std::filesystem::path text(const std::string& name, const std::string& bytes) const
    {
        std::ofstream{file(name), std::ios::binary} << bytes;
        return file(name);
    }

private:
    std::filesystem::path path_;
};

using Rows = std::vector<std::vector<std::string>>;

// A sheet as somebody keeps it: the header, and cells that are numbers where they have digits alone.
inline spreadsheet::TableSheet sheet_of(std::string name, const std::vector<std::string>& header, const Rows& rows)
{
    using spreadsheet::CellKind;
    spreadsheet::TableSheet sheet{std::move(name)};
    for (const std::string& title : header) sheet.columns.push_back({title});
    for (const auto& row : rows) {
        std::vector<spreadsheet::Cell> cells;
        for (const std::string& text : row) {
            const bool is_number = text.find_first_not_of("0123456789.") == std::string::npos;
            if (text.empty())
                cells.emplace_back();
            else
                cells.push_back({is_number ? CellKind::number : CellKind::text, text});
        }
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

inline void write_sheets(const std::filesystem::path& file, const std::vector<spreadsheet::TableSheet>& sheets)
{
    const auto written = spreadsheet::write_workbook(file, sheets);
    ASSERT_TRUE(written) << written.error().code;
}

}  // namespace premises
