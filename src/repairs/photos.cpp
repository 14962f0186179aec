// SPDX-License-Identifier: Apache-2.0
// Photos: kept under their digest without what the camera wrote beside them, named by who reports or inspects.
#include <fstream>
#include <set>

#include "identity/identity.h"
#include "repairs/core/picture.h"
#include "repairs/repairs.h"
#include "repairs/use_case.h"

namespace repairs {

using base::ErrorKind;
using base::fail;

namespace {

base::Result<std::string> bytes_of(const std::filesystem::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    std::string bytes(static_cast<std::size_t>(most_photo_bytes) + 1, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    if (static_cast<std::int64_t>(bytes.size()) > most_photo_bytes)
        return fail(ErrorKind::invalid, "content.file.too_large", {{"file", file.string()}});
    return bytes;
}

}  // namespace

base::Result<std::string> picture_in(const std::filesystem::path& file)
{
    TRY_ASSIGN(const std::string sent, bytes_of(file));
    return bare_picture(sent);
}

Photo kept(const std::string& picture, const std::filesystem::path& data, const base::Clock& clock,
           const std::string& by)
{
    const base::ContentStore::Kept file = photo_files(data).keep_bytes(picture);
    Photo photo;
    photo.photo = base::new_uuid(clock);
    photo.digest = file.digest;
    photo.bytes = file.bytes;
    photo.type = picture_type(picture) == PictureType::png ? "image/png" : "image/jpeg";
    photo.by = by;
    photo.at_ms = clock.milliseconds_since_1970();
    return photo;
}

base::Result<Photo> Repairs::keep_photo(const base::Actor& actor, const std::filesystem::path& file)
{
    TRY(require_permission(actor, "repairs.report"));
    TRY_ASSIGN(const std::string picture, picture_in(file));
    const Photo photo = kept(picture, data_, clock_, actor.name);
    sql::Transaction transaction{db_};
    OrderStore{db_, actor.org}.add(photo);
    identity::record(db_, actor, clock_, {"repairs.photo.keep", photo.photo, photo.type, std::nullopt, photo.digest});
    transaction.commit();
    return photo;
}

base::Result<std::pair<Photo, std::filesystem::path>> Repairs::photo(const base::OrgId& org,
                                                                     const std::string& photo) const
{
    const auto found = OrderStore{db_, org}.photo(photo);
    if (!found) return fail(ErrorKind::not_found, "repairs.photo.unknown");
    const base::ContentStore files = photo_files(data_);
    const base::FileState state = files.state_of(found->digest);
    if (state == base::FileState::missing) return fail(ErrorKind::conflict, "repairs.photo.missing");
    if (state == base::FileState::changed) return fail(ErrorKind::conflict, "repairs.photo.changed");
    return std::pair{*found, files.path_of(found->digest)};
}

base::Result<void> Repairs::require_photos(const base::OrgId& org, const std::vector<std::string>& photos) const
{
    if (photos.size() > most_photos)
        return fail(ErrorKind::invalid, "repairs.photo.too_many", {{"most", std::to_string(most_photos)}});
    std::set<std::string> seen;
    for (const std::string& photo : photos) {
        if (!seen.insert(photo).second) return fail(ErrorKind::invalid, "repairs.photo.twice");
        if (!OrderStore{db_, org}.photo(photo)) return fail(ErrorKind::not_found, "repairs.photo.unknown");
    }
    return {};
}

}  // namespace repairs
