// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/budget: the cells of a record as typed values.

#include <optional>
#include <string_view>

#include "budget/import_tables.h"

namespace budget {

// Reads one record after the other. A cell that cannot be read becomes a problem of the import, its value an empty one.
class RowReader {
public:
    explicit RowReader(ImportJob& job) : job_{job} {}

    void begin(AmountUnit unit, const TableRow& row);
    bool is_readable() const { return is_readable_; }  // so far
    void refuse(std::size_t column, base::Error error);

    bool has(std::size_t column) const;  // more than blanks
    std::string_view text(std::size_t column);
    base::Date date(std::size_t column);
    base::Money money(std::size_t column);
    // Refuses budget.import.one_month_missing.
    std::optional<MonthSpan> months(std::size_t first, std::size_t last);
    // The kind whose Chinese word the cell holds; none, and budget.import.unknown_kind, where it holds another.
    template <class Kinds>
    std::optional<typename Kinds::value_type> kind(std::size_t column, const Kinds& kinds)
    {
        const std::string_view written = text(column);
        for (const auto known : kinds)
            if (chinese(known) == written) return known;
        if (!written.empty() || !has(column)) refuse_kind(column, written);
        return std::nullopt;
    }

private:
    template <class T>
    T parsed(std::size_t column, base::Result<T> result)
    {
        if (result) return *result;
        refuse(column, std::move(result).error());
        return T{};
    }
    void refuse_kind(std::size_t column, std::string_view written);

    ImportJob& job_;
    const TableRow* row_ = nullptr;
    AmountUnit unit_ = AmountUnit::yuan;
    bool is_readable_ = true;
};

}  // namespace budget
