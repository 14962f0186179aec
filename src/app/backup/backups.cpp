// SPDX-License-Identifier: Apache-2.0
#include "app/backup/backups.h"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <set>
#include <sstream>
#include <system_error>

#include <fmt/format.h>

#include "app/backup/manifest.h"
#include "app/backup/packed_text.h"
#include "app/schema.h"
#include "base/file_descriptor.h"
#include "base/hmac.h"
#include "base/key_file.h"
#include "base/random.h"
#include "base/sm3.h"
#include "sql/about.h"

namespace app {

using base::ErrorKind;

namespace {

// What of the data folder belongs to the data; the database itself is dumped, and the rest can be made again.
// Checkpoints are read before the database, because they speak of what stands in it, and everything that it speaks of
// after it.
constexpr std::array<const char*, 1> folders_before{"audit"};
constexpr std::array<const char*, 4> folders_after{"checked", "evidence", "keys", "photos"};

// In the order of time to the millisecond; what follows keeps two of the same one apart.
std::string name_of(std::int64_t at_ms)
{
    constexpr std::int64_t day_ms = 86'400'000;
    const std::int64_t local = at_ms + 8 * 3'600'000;
    const std::int64_t in_day = local % day_ms;
    std::string day = base::Date::from_days(local / day_ms).to_string();
    std::erase(day, '-');
    return fmt::format("{}-{:02}{:02}{:02}-{:03x}{}", day, in_day / 3'600'000, in_day / 60'000 % 60,
                       in_day / 1'000 % 60, in_day % 1'000, base::random_hex(2).substr(1));
}

std::string text_of(const std::filesystem::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// Names come from people; nothing but a name of ours leads to a folder.
bool is_name(const std::string& name)
{
    return name.size() == 22 && name.find_first_not_of("0123456789abcdef-") == std::string::npos;
}

// One at a time makes and removes backups of a folder: the server by its schedule, or somebody on the command line.
class FolderLock {
public:
    explicit FolderLock(const std::filesystem::path& folder)
        : file_{(folder / ".lock").string(), O_RDWR | O_CREAT, 0600}
    {
        while (::flock(file_.number(), LOCK_EX) != 0)
            if (errno != EINTR) throw std::system_error(errno, std::generic_category(), folder.string());
    }

private:
    base::FileDescriptor file_;
};

constexpr const char* unfinished = ".making-";

// A backup on its way to its own name; gone when it does not get there.
class Unfinished {
public:
    explicit Unfinished(std::filesystem::path path) : path_{std::move(path)}
    {
        std::filesystem::create_directories(path_);
    }
    ~Unfinished()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// What a killed program left.
void remove_unfinished(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        if (entry.path().filename().string().starts_with(unfinished)) found.push_back(entry.path());
    for (const auto& path : found) std::filesystem::remove_all(path);
}

base::Error damaged(const std::string& name, const std::string& file)
{
    return {ErrorKind::invalid, "backup.damaged", {{"name", name}, {"file", file}}};
}

sql::ReadLine lines_of(PackedReader& reader)
{
    return [&reader] { return reader.line(); };
}

}  // namespace

std::string Backups::seal_of(const std::string& text) const
{
    std::filesystem::create_directories(data_ / "keys");
    return base::sm3(text) + "\n" + base::hmac_sm3(base::key_from(data_ / "keys" / "backup"), text) + "\n";
}

// On a new machine there is no key yet: it comes back with the backup, and until then the digest has to do.
bool Backups::is_sealed(const std::string& text, const std::string& seal) const
{
    if (std::filesystem::exists(data_ / "keys" / "backup")) return seal == seal_of(text);
    return seal.starts_with(base::sm3(text) + "\n");
}

std::vector<BackedUpFile> Backups::keep_files(std::span<const char* const> folders) const
{
    std::vector<BackedUpFile> files;
    for (const char* const folder : folders) {
        if (!std::filesystem::exists(data_ / folder)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator{data_ / folder}) {
            // A name that begins with a dot is a file on its way to its own name.
            if (!entry.is_regular_file() || entry.path().filename().string().starts_with('.')) continue;
            const auto kept = pool().keep(entry.path(), INT64_MAX - 1);
            if (!kept) continue;  // gone since the folder was read
            files.push_back({std::filesystem::relative(entry.path(), data_).string(), kept->bytes, kept->digest});
        }
    }
    return files;
}

void Backups::write_manifest(const Manifest& manifest, const std::filesystem::path& folder) const
{
    const std::string text = to_text(manifest);
    base::write_durably(folder / "manifest.seal", seal_of(text));
    base::write_durably(folder / "manifest.json", text);
}

Manifest Backups::create(sql::Connection& db, const std::string& why, const base::Progress& progress)
{
    std::filesystem::create_directories(folder_);
    const FolderLock lock{folder_};
    remove_unfinished(folder_);
    return written(db, why, progress);
}

Manifest Backups::written(sql::Connection& db, const std::string& why, const base::Progress& progress)
{
    Manifest manifest{.name = name_of(clock_.milliseconds_since_1970()), .why = why};
    manifest.made_ms = clock_.milliseconds_since_1970();
    manifest.version = MINGJI_VERSION;
    seal_of({});  // makes the key where there is none, so that it is among the files
    const Unfinished folder{folder_ / (unfinished + manifest.name)};
    manifest.files = keep_files(folders_before);
    PackedWriter writer{folder.path() / "dump.gz"};
    const std::int64_t expected = progress ? sql::row_count(db) : 0;
    std::int64_t rows = 0;
    manifest.tables = sql::dump(db, [&](std::string_view piece) {
        writer.write(piece);
        rows += std::count(piece.begin(), piece.end(), '\n');
        if (progress) progress(std::min(rows, expected), expected);
    });
    writer.finish();
    manifest.dump_bytes = static_cast<std::int64_t>(std::filesystem::file_size(folder.path() / "dump.gz"));
    manifest.dump_digest = base::sm3_of_file(folder.path() / "dump.gz").value();
    for (BackedUpFile& file : keep_files(folders_after)) manifest.files.push_back(std::move(file));
    std::sort(manifest.files.begin(), manifest.files.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    write_manifest(manifest, folder.path());
    std::filesystem::rename(folder.path(), folder_of(manifest.name));
    base::sync_folder(folder_);
    return manifest;
}

base::Result<Manifest> Backups::find(const std::string& name) const
{
    if (!is_name(name) || !std::filesystem::exists(folder_of(name)))
        return base::fail(ErrorKind::not_found, "backup.unknown", {{"name", name}});
    const std::string text = text_of(folder_of(name) / "manifest.json");
    const std::string seal = text_of(folder_of(name) / "manifest.seal");
    const auto manifest = manifest_of(text);
    if (!manifest || manifest->name != name || !is_sealed(text, seal))
        return base::fail(ErrorKind::invalid, "backup.manifest_damaged", {{"name", name}});
    return *manifest;
}

std::vector<std::string> Backups::names() const
{
    std::vector<std::string> found;
    if (!std::filesystem::exists(folder_)) return found;
    for (const auto& entry : std::filesystem::directory_iterator{folder_}) {
        std::string name = entry.path().filename().string();
        if (is_name(name)) found.push_back(std::move(name));
    }
    std::sort(found.rbegin(), found.rend());
    return found;
}

std::vector<Manifest> Backups::list() const
{
    std::vector<Manifest> found;
    for (const std::string& name : names()) {
        const auto manifest = find(name);
        found.push_back(manifest ? *manifest : Manifest{.name = name});
    }
    return found;
}

std::optional<Manifest> Backups::newest(std::int64_t until_ms) const
{
    for (const std::string& name : names())
        if (const auto manifest = find(name); manifest && manifest->made_ms <= until_ms) return *manifest;
    return std::nullopt;
}

base::Result<std::vector<BackupFault>> Backups::verify(const std::string& name, const base::Progress& progress) const
{
    TRY_ASSIGN(const Manifest manifest, find(name));
    const auto total = static_cast<std::int64_t>(manifest.files.size()) + 2;
    std::int64_t done = 0;
    const auto step = [&] {
        if (progress) progress(++done, total);
    };
    std::vector<BackupFault> faults;
    const std::filesystem::path dump = folder_of(name) / "dump.gz";
    if (base::sm3_of_file(dump) != manifest.dump_digest) faults.push_back({"dump.gz", damaged(name, "dump.gz")});
    step();
    for (const BackedUpFile& file : manifest.files) {
        if (pool().state_of(file.digest) != base::FileState::intact)
            faults.push_back({file.path, damaged(name, file.path)});
        step();
    }
    if (!faults.empty()) return faults;
    const auto trial = sql::Connection::open(":memory:");
    PackedReader reader{dump};
    const auto loaded = sql::load(*trial, schema(), lines_of(reader));
    if (!loaded) faults.push_back({"dump.gz", loaded.error()});
    if (loaded && *loaded != manifest.tables) faults.push_back({"dump.gz", damaged(name, "dump.gz")});
    step();
    return faults;
}

base::Result<void> Backups::restore_into(sql::Connection& db, const std::string& name) const
{
    TRY_ASSIGN(const Manifest manifest, find(name));
    for (const BackedUpFile& file : manifest.files)
        if (pool().state_of(file.digest) != base::FileState::intact) return tl::unexpected(damaged(name, file.path));
    if (base::sm3_of_file(folder_of(name) / "dump.gz") != manifest.dump_digest)
        return tl::unexpected(damaged(name, "dump.gz"));
    PackedReader reader{folder_of(name) / "dump.gz"};
    TRY_ASSIGN(const auto loaded, sql::load(db, schema(), lines_of(reader)));
    if (loaded != manifest.tables) return tl::unexpected(damaged(name, "dump.gz"));
    for (const BackedUpFile& file : manifest.files) {
        const std::filesystem::path place = data_ / file.path;
        if (base::sm3_of_file(place) == file.digest) continue;
        std::filesystem::create_directories(place.parent_path());
        base::write_durably(place, text_of(pool().path_of(file.digest)));
    }
    return {};
}

std::vector<std::string> Backups::prune()
{
    constexpr std::int64_t day_ms = 86'400'000;
    const std::int64_t now = clock_.milliseconds_since_1970();
    std::set<std::int64_t> days, weeks, months;
    std::vector<std::string> removed;
    if (!std::filesystem::exists(folder_)) return removed;
    const FolderLock lock{folder_};
    for (const Manifest& manifest : list()) {
        if (manifest.made_ms == 0) continue;  // a damaged one is for somebody to look at
        const std::int64_t age_days = (now - manifest.made_ms) / day_ms;
        // The newest of a day, a week, a month stands for it; the list comes newest first.
        const bool is_daily = age_days < 14 && days.insert(manifest.made_ms / day_ms).second;
        const bool is_weekly = age_days < 8 * 7 && weeks.insert(manifest.made_ms / (7 * day_ms)).second;
        const bool is_monthly = age_days < 366 && months.insert(manifest.made_ms / (30 * day_ms)).second;
        const bool was_wanted = manifest.why != "schedule" && age_days < 31;
        if (is_daily || is_weekly || is_monthly || was_wanted) continue;
        std::filesystem::remove_all(folder_of(manifest.name));
        removed.push_back(manifest.name);
    }
    sweep_pool();
    return removed;
}

// Also what an earlier one left that was killed between a backup and its files.
void Backups::sweep_pool() const
{
    std::set<std::string> named;
    for (const Manifest& manifest : list()) {
        if (manifest.made_ms == 0) return;  // nobody knows which files it names
        for (const BackedUpFile& file : manifest.files) named.insert(file.digest);
    }
    if (!std::filesystem::exists(folder_ / "files")) return;
    std::vector<std::filesystem::path> unnamed;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder_ / "files"})
        if (entry.is_regular_file() && !named.contains(entry.path().filename().string()))
            unnamed.push_back(entry.path());
    for (const auto& file : unnamed) std::filesystem::remove(file);
}

}  // namespace app
