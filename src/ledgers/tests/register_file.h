// SPDX-License-Identifier: Apache-2.0
#pragma once

// Workbooks for tests, written cell by cell.

#include <unistd.h>
#include <xlsxwriter.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace ledgers {

// A folder that is gone at the end of the test.
class TestFolder {
public:
    TestFolder()
    {
        static std::atomic<int> counter{0};
        path_ = std::filesystem::temp_directory_path() /
                ("ledgers_" + std::to_string(::getpid()) + "_" + std::to_string(++counter));
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

// An .xlsx file being written. Texts that are digits only become number cells, =formula|value a formula cell.
class TestWorkbook {
public:
    explicit TestWorkbook(std::filesystem::path path) : path_{std::move(path)}, book_{workbook_new(path_.c_str())} {}
    ~TestWorkbook() { done(); }
    TestWorkbook(const TestWorkbook&) = delete;
    TestWorkbook& operator=(const TestWorkbook&) = delete;

    TestWorkbook& sheet(const std::string& name, const std::vector<std::vector<std::string>>& rows)
    {
        sheet_ = workbook_add_worksheet(book_, name.c_str());
        for (std::size_t row = 0; row < rows.size(); ++row)
            for (std::size_t column = 0; column < rows[row].size(); ++column)
                write(static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), rows[row][column]);
        return *this;
    }

    // 0-based; in the sheet added last.
    TestWorkbook& merge(lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row, lxw_col_t last_column,
                        const std::string& text)
    {
        worksheet_merge_range(sheet_, first_row, first_column, last_row, last_column, "", nullptr);
        write(first_row, first_column, text);
        return *this;
    }

    // Days since 1900 with a day's format.
    TestWorkbook& day(lxw_row_t row, lxw_col_t column, int serial)
    {
        lxw_format* const format = workbook_add_format(book_);
        format_set_num_format(format, "yyyy\"年\"m\"月\"d\"日\"");
        worksheet_write_number(sheet_, row, column, serial, format);
        return *this;
    }

    std::filesystem::path done()
    {
        if (book_) workbook_close(book_);
        book_ = nullptr;
        return path_;
    }

private:
    void write(lxw_row_t row, lxw_col_t column, const std::string& text)
    {
        if (text.empty()) return;
        if (text.front() == '=') {
            const auto bar = text.find('|');
            worksheet_write_formula_num(sheet_, row, column, text.substr(0, bar).c_str(), nullptr,
                                        std::stod(text.substr(bar + 1)));
        } else if (text.find_first_not_of("0123456789.") == std::string::npos) {
            worksheet_write_number(sheet_, row, column, std::stod(text), nullptr);
        } else {
            worksheet_write_string(sheet_, row, column, text.c_str(), nullptr);
        }
    }

    std::filesystem::path path_;
    lxw_workbook* book_;
    lxw_worksheet* sheet_ = nullptr;
};

}  // namespace ledgers
