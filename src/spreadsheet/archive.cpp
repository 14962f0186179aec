// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/archive.h"

#include <strings.h>
#include <sys/stat.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include "spreadsheet/zip_bytes.h"

namespace spreadsheet {

using base::ErrorKind;
using base::fail;

namespace {

constexpr std::uint64_t ratio_applies_from = 16ULL << 20;

tl::unexpected<base::Error> damaged(const std::string& part)
{
    return fail(ErrorKind::invalid, "spreadsheet.file.damaged", {{"part", part}});
}

tl::unexpected<base::Error> inflates_too_much(const std::string& part)
{
    return fail(ErrorKind::invalid, "spreadsheet.file.inflates_too_much", {{"part", part}});
}

// As libzip finds a part.
struct IgnoringCase {
    bool operator()(const std::string& a, const std::string& b) const { return ::strcasecmp(a.c_str(), b.c_str()) < 0; }
};

// Where the stored bytes of a part lie in the file.
struct StoredPart {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    std::string name;
};

// Found by reading: a directory of our own reading could be another one than the library's.
std::optional<std::uint64_t> place_of_data(zip* archive, zip_uint64_t index, const ZipBytes& bytes)
{
    zip_file_t* const as_stored = zip_fopen_index(archive, index, ZIP_FL_COMPRESSED | ZIP_FL_ENCRYPTED);
    if (!as_stored) return std::nullopt;
    char first = 0;
    const bool is_there = zip_fread(as_stored, &first, 1) == 1;
    zip_fclose(as_stored);
    return is_there ? std::optional{bytes.last_read_at()} : std::nullopt;
}

bool is_link(zip* archive, zip_uint64_t index)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0) return false;
    const bool has_mode = system == ZIP_OPSYS_UNIX || system == ZIP_OPSYS_OS_X;
    return has_mode && S_ISLNK(attributes >> 16U);
}

}  // namespace

void Archive::Closer::operator()(zip* handle) const
{
    zip_discard(handle);
}

Archive::Archive(Archive&&) noexcept = default;
Archive::~Archive() = default;

class Archive::Part : public ByteSource {
public:
    Part(zip_file_t* handle, const zip_stat_t& about, std::string name, Archive& archive)
        : handle_{handle},
          stored_{std::max<std::uint64_t>(about.comp_size, 1)},
          name_{std::move(name)},
          limits_{archive.limits_},
          most_read_{archive.inflated_[about.index]}
    {
        for (const auto& [index, bytes] : archive.inflated_)
            if (index != about.index) others_ += bytes;
    }
    ~Part() override { zip_fclose(handle_); }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;

    base::Result<std::size_t> read(char* buffer, std::size_t size) override
    {
        const zip_int64_t count = zip_fread(handle_, buffer, size);
        if (count < 0) return damaged(name_);
        read_ += static_cast<std::uint64_t>(count);
        most_read_ = std::max(most_read_, read_);
        const bool is_too_dense = read_ > ratio_applies_from && read_ / stored_ > limits_.ratio;
        if (is_too_dense || read_ + others_ > limits_.inflated_bytes) return inflates_too_much(name_);
        return static_cast<std::size_t>(count);
    }

private:
    zip_file_t* handle_;
    std::uint64_t stored_;
    std::string name_;
    const Limits& limits_;
    std::uint64_t& most_read_;
    std::uint64_t read_ = 0;
    std::uint64_t others_ = 0;
};

base::Result<Archive> Archive::open(base::FileDescriptor file, const Limits& limits)
{
    return over(std::make_unique<ZipBytes>(std::move(file)), limits);
}

base::Result<Archive> Archive::from_bytes(std::string bytes, const Limits& limits)
{
    return over(std::make_unique<ZipBytes>(std::move(bytes)), limits);
}

Archive::Archive(std::unique_ptr<ZipBytes> bytes, zip* handle, const Limits& limits)
    : bytes_{std::move(bytes)}, zip_{handle}, limits_{limits}
{
}

base::Result<Archive> Archive::over(std::unique_ptr<ZipBytes> bytes, const Limits& limits)
{
    zip_t* const handle = bytes->open();
    if (!handle) return damaged("");
    Archive archive{std::move(bytes), handle, limits};
    TRY(archive.check_parts());
    return archive;
}

base::Result<void> Archive::check_parts()
{
    const zip_int64_t count = zip_get_num_entries(zip_.get(), 0);
    if (count > static_cast<zip_int64_t>(limits_.entries))
        return fail(ErrorKind::invalid, "spreadsheet.file.too_many_parts",
                    {{"parts", std::to_string(count)}, {"limit", std::to_string(limits_.entries)}});
    std::vector<StoredPart> stored;
    std::set<std::string, IgnoringCase> names;
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
        zip_stat_t about{};
        if (zip_stat_index(zip_.get(), index, 0, &about) != 0) return damaged("");
        // Which of two parts of one name is meant is each program's own guess.
        if (!names.insert(about.name).second) return damaged(about.name);
        if (is_link(zip_.get(), index))
            return fail(ErrorKind::invalid, "spreadsheet.file.link_inside", {{"part", about.name}});
        if (about.comp_size == 0) continue;
        const auto begin = place_of_data(zip_.get(), index, *bytes_);
        if (!begin) return damaged(about.name);
        stored.push_back({*begin, *begin + about.comp_size, about.name});
    }
    std::sort(stored.begin(), stored.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    const auto overlapping =
        std::adjacent_find(stored.begin(), stored.end(), [](const auto& a, const auto& b) { return b.begin < a.end; });
    if (overlapping == stored.end()) return {};
    return fail(ErrorKind::invalid, "spreadsheet.file.parts_overlap", {{"part", std::next(overlapping)->name}});
}

std::vector<std::string> Archive::parts() const
{
    std::vector<std::string> names;
    const zip_int64_t count = zip_get_num_entries(zip_.get(), 0);
    for (zip_int64_t index = 0; index < count; ++index)
        names.emplace_back(zip_get_name(zip_.get(), static_cast<zip_uint64_t>(index), 0));
    return names;
}

bool Archive::has(const std::string& part) const
{
    return zip_name_locate(zip_.get(), part.c_str(), ZIP_FL_NOCASE) >= 0;
}

base::Result<std::unique_ptr<ByteSource>> Archive::open_part(const std::string& part)
{
    const zip_int64_t index = zip_name_locate(zip_.get(), part.c_str(), ZIP_FL_NOCASE);
    if (index < 0) return fail(ErrorKind::invalid, "spreadsheet.file.part_missing", {{"part", part}});
    zip_stat_t about{};
    if (zip_stat_index(zip_.get(), static_cast<zip_uint64_t>(index), 0, &about) != 0) return damaged(part);
    if (about.encryption_method != ZIP_EM_NONE)
        return fail(ErrorKind::invalid, "spreadsheet.file.encrypted", {{"part", part}});
    if (about.size > limits_.inflated_bytes) return inflates_too_much(part);
    zip_file_t* const handle = zip_fopen_index(zip_.get(), about.index, 0);
    if (!handle) return damaged(part);
    return std::make_unique<Part>(handle, about, part, *this);
}

}  // namespace spreadsheet
