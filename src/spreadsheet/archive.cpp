// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/archive.h"

#include <unistd.h>
#include <zip.h>

#include <algorithm>

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

}  // namespace

void Archive::Closer::operator()(zip* handle) const
{
    zip_discard(handle);
}

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

base::Result<Archive> Archive::open(int descriptor, const Limits& limits)
{
    int error = 0;
    zip_t* const handle = zip_fdopen(descriptor, 0, &error);
    if (!handle) ::close(descriptor);
    return checked(handle, limits);
}

base::Result<Archive> Archive::from_bytes(std::string bytes, const Limits& limits)
{
    auto kept = std::make_unique<std::string>(std::move(bytes));
    zip_source_t* const source = zip_source_buffer_create(kept->data(), kept->size(), 0, nullptr);
    zip_t* const handle = source ? zip_open_from_source(source, ZIP_RDONLY, nullptr) : nullptr;
    if (!handle) zip_source_free(source);
    TRY_ASSIGN(Archive archive, checked(handle, limits));
    archive.bytes_ = std::move(kept);
    return archive;
}

base::Result<Archive> Archive::checked(zip* handle, const Limits& limits)
{
    if (!handle) return damaged("");
    Archive archive{handle, limits};
    const zip_int64_t count = zip_get_num_entries(handle, 0);
    if (count > static_cast<zip_int64_t>(limits.entries))
        return fail(ErrorKind::invalid, "spreadsheet.file.too_many_parts",
                    {{"parts", std::to_string(count)}, {"limit", std::to_string(limits.entries)}});
    return archive;
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
