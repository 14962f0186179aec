// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/workbook.h"

#include "spreadsheet/convert.h"
#include "spreadsheet/open_file.h"
#include "spreadsheet/tables.h"

namespace spreadsheet {

using base::ErrorKind;
using base::fail;

namespace {

template <class T>
base::Result<T> named(base::Result<T> result, const std::string& file)
{
    if (!result) result.error().args.insert(result.error().args.begin(), {"file", file});
    return result;
}

base::Result<std::unique_ptr<Tables>> tables_of(std::string bytes, const std::filesystem::path& name,
                                                const Limits& limits)
{
    TRY_ASSIGN(const FileKind kind, kind_of(name, bytes));
    if (kind == FileKind::xlsx) {
        TRY_ASSIGN(Archive archive, Archive::from_bytes(std::move(bytes), limits));
        return open_xlsx(std::move(archive), limits);
    }
    if (kind != FileKind::csv)
        return fail(ErrorKind::invalid, "spreadsheet.file.unknown_kind", {{"extension", name.extension().string()}});
    const auto kept = std::make_shared<const std::string>(std::move(bytes));
    return open_csv([kept] { return std::make_unique<MemorySource>(*kept); }, name.stem().string(), limits);
}

}  // namespace

Workbook::Workbook(std::string file, std::unique_ptr<Tables> tables)
    : file_{std::move(file)}, tables_{std::move(tables)}
{
}
Workbook::Workbook(Workbook&&) noexcept = default;
Workbook& Workbook::operator=(Workbook&&) noexcept = default;
Workbook::~Workbook() = default;

base::Result<Workbook> Workbook::open(const std::filesystem::path& path, const Limits& limits)
{
    return named(open_unnamed(path, limits), path.filename().string());
}

base::Result<Workbook> Workbook::open_unnamed(const std::filesystem::path& path, const Limits& limits)
{
    TRY_ASSIGN(OpenFile file, open_file(path, limits));
    const std::string name = path.filename().string();
    if (file.kind == FileKind::csv) {
        const auto kept = std::make_shared<const base::FileDescriptor>(std::move(file.descriptor));
        TRY_ASSIGN(auto tables, open_csv([kept] { return std::make_unique<FileSource>(kept->number()); },
                                         path.stem().string(), limits));
        return Workbook{name, std::move(tables)};
    }
    std::vector<std::string> notes;
    if (file.kind != FileKind::xlsx) {
        TRY_ASSIGN(Converted converted, convert_to_xlsx(file.descriptor.number(), file.kind, limits));
        notes = std::move(converted.notes);
        file.descriptor = std::move(converted.file);
    }
    TRY_ASSIGN(Archive archive, Archive::open(std::move(file.descriptor), limits));
    TRY_ASSIGN(auto tables, open_xlsx(std::move(archive), limits));
    Workbook workbook{name, std::move(tables)};
    workbook.notes_ = std::move(notes);
    return workbook;
}

base::Result<Workbook> Workbook::from_bytes(std::string bytes, const std::filesystem::path& name, const Limits& limits)
{
    auto tables = named(tables_of(std::move(bytes), name, limits), name.filename().string());
    if (!tables) return tl::unexpected<base::Error>(std::move(tables).error());
    return Workbook{name.filename().string(), *std::move(tables)};
}

const std::vector<std::string>& Workbook::sheets() const
{
    return tables_->sheets();
}

bool Workbook::is_hidden(std::size_t sheet) const
{
    return tables_->is_hidden(sheet);
}

base::Result<void> Workbook::each_row(std::size_t sheet, const RowVisitor& visit)
{
    return named(tables_->each_row(sheet, visit), file_);
}

base::Result<std::vector<Merge>> Workbook::merges(std::size_t sheet)
{
    return named(tables_->merges(sheet), file_);
}

}  // namespace spreadsheet
