// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/csv.h"
#include "spreadsheet/tables.h"
#include "spreadsheet/text_source.h"

namespace spreadsheet {

namespace {

class CsvTables : public Tables {
public:
    CsvTables(OpenBytes open_bytes, std::string sheet, Encoding encoding, const Limits& limits)
        : open_bytes_{std::move(open_bytes)}, sheets_{std::move(sheet)}, encoding_{encoding}, limits_{limits}
    {
    }

    const std::vector<std::string>& sheets() const override { return sheets_; }
    bool is_hidden(std::size_t) const override { return false; }
    base::Result<std::vector<Merge>> merges(std::size_t) override { return std::vector<Merge>{}; }
    base::Result<void> each_row(std::size_t, const RowVisitor& visit) override
    {
        return read_csv(*decoded(open_bytes_(), encoding_), sheets_.front(), limits_, visit);
    }

private:
    OpenBytes open_bytes_;
    std::vector<std::string> sheets_;
    Encoding encoding_;
    Limits limits_;
};

}  // namespace

base::Result<std::unique_ptr<Tables>> open_csv(OpenBytes open_bytes, std::string sheet, const Limits& limits)
{
    TRY_ASSIGN(const Encoding encoding, detect_encoding(*open_bytes()));
    return std::make_unique<CsvTables>(std::move(open_bytes), std::move(sheet), encoding, limits);
}

}  // namespace spreadsheet
