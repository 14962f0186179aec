// SPDX-License-Identifier: Apache-2.0
// Photos: kept under their digest, named by who reports or inspects.
#include <array>
#include <fstream>
#include <set>

#include "identity/identity.h"
#include "repairs/repairs.h"
#include "repairs/use_case.h"

namespace repairs {

using base::ErrorKind;
using base::fail;

namespace {

// By its first bytes, whatever it is called; empty for anything else.
std::string type_of(const std::filesystem::path& file)
{
    constexpr std::string_view png = "\x89PNG\r\n\x1a\n";
    constexpr std::string_view jpeg = "\xff\xd8\xff";
    std::array<char, 8> first{};
    std::ifstream stream{file, std::ios::binary};
    stream.read(first.data(), first.size());
    const std::string_view read{first.data(), static_cast<std::size_t>(stream.gcount())};
    if (read.starts_with(png)) return "image/png";
    return read.starts_with(jpeg) ? "image/jpeg" : "";
}

}  // namespace

base::Result<Photo> Repairs::keep_photo(const base::Actor& actor, const std::filesystem::path& file)
{
    TRY(require_permission(actor, "repairs.report"));
    Photo photo;
    photo.type = type_of(file);
    if (photo.type.empty()) return fail(ErrorKind::invalid, "repairs.photo.not_a_picture");
    TRY_ASSIGN(const base::ContentStore::Kept kept, photo_files(data_).keep(file, most_photo_bytes));
    photo.photo = base::new_uuid(clock_);
    photo.digest = kept.digest;
    photo.bytes = kept.bytes;
    photo.by = actor.name;
    photo.at_ms = clock_.milliseconds_since_1970();
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
