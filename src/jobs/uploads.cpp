// SPDX-License-Identifier: Apache-2.0
#include "jobs/uploads.h"

#include <fcntl.h>

#include "base/file_descriptor.h"
#include "identity/identity.h"
#include "jobs/store/upload_store.h"
#include "jobs/upload_type.h"

namespace jobs {

using base::ErrorKind;
using base::fail;

namespace {

constexpr std::int64_t day_ms = std::int64_t{24} * 3600 * 1000;
constexpr std::int64_t upload_kept_ms = 7 * day_ms;

std::string megabytes(std::int64_t bytes)
{
    return std::to_string(bytes >> 20) + " MB";
}

// Moves a file to its place, for good.
void place(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::filesystem::create_directories(to.parent_path());
    std::filesystem::rename(from, to);
    base::FileDescriptor{to.parent_path().string(), O_RDONLY | O_DIRECTORY}.sync();
}

bool is_older(const std::filesystem::directory_entry& entry, std::chrono::hours age)
{
    std::error_code gone;
    const auto changed = entry.last_write_time(gone);
    return !gone && std::filesystem::file_time_type::clock::now() - changed > age;
}

}  // namespace

base::Result<Upload> Uploads::add(const base::Actor& actor, const std::string& name, const Incoming& incoming)
{
    if (!actor.may("jobs.start")) return fail(ErrorKind::forbidden, "jobs.upload.forbidden");
    TRY(check_name(name));
    if (incoming.bytes == 0) return fail(ErrorKind::invalid, "jobs.upload.empty", {{"name", name}});
    if (incoming.bytes > most_upload_bytes)
        return fail(ErrorKind::invalid, "jobs.upload.too_large", {{"most", megabytes(most_upload_bytes)}});
    TRY_ASSIGN(const FileType type, type_of_file(incoming.file));
    const Upload upload{
        base::new_id<UploadTag>(clock_), name, type, incoming.bytes, incoming.digest, actor.person, actor.name,
        clock_.milliseconds_since_1970()};
    sql::Transaction transaction{db_};
    // Two files at once may not both take the last of the room.
    db_.lock_until_commit(actor.org.text() + " uploads");
    UploadStore store{db_};
    if (store.bytes_of(actor.org) + upload.bytes > most_unit_bytes)
        return fail(ErrorKind::conflict, "jobs.upload.quota_exceeded", {{"most", megabytes(most_unit_bytes)}});
    place(incoming.file, file_of(upload));
    store.add(actor.org, upload);
    identity::record(db_, actor, clock_, {"jobs.upload", upload.name, std::to_string(upload.bytes), {}, upload.digest});
    transaction.commit();
    return upload;
}

base::Result<Upload> Uploads::find(const base::Actor& actor, const UploadId& id) const
{
    auto upload = UploadStore{db_}.find(actor.org, id);
    if (!upload || upload->person != actor.person)
        return fail(ErrorKind::not_found, "jobs.upload.unknown", {{"upload", id.text()}});
    return *std::move(upload);
}

std::filesystem::path Uploads::file_of(const Upload& upload) const
{
    return folder_ / (upload.id.text() + "." + std::string{to_text(upload.type)});
}

void Uploads::sweep()
{
    std::error_code gone;
    if (!std::filesystem::exists(folder_, gone)) return;
    sql::Transaction transaction{db_};
    UploadStore store{db_};
    const std::vector<Upload> unused = store.take_unused(clock_.milliseconds_since_1970() - upload_kept_ms);
    transaction.commit();
    for (const Upload& upload : unused) std::filesystem::remove(file_of(upload), gone);
    // A file whose row was rolled back: nobody can name it.
    for (const auto& entry : std::filesystem::directory_iterator{folder_, gone})
        if (is_older(entry, std::chrono::hours{24}) && !store.has(UploadId{entry.path().stem().string()}))
            std::filesystem::remove(entry.path(), gone);
}

}  // namespace jobs
