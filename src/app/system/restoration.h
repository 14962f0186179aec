// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/result.h"

namespace app {

// Asked for by one administrator, it waits a day for another one; wanted is what that one agreed to.
enum class RestorationState { asked, refused, wanted, done, failed, expired };
std::string_view to_text(RestorationState state);

// A restoration that somebody asked the server for, and what became of it.
struct Restoration {
    std::string backup;
    std::string org;  // of whoever asked
    std::string person;
    std::string account;
    std::string origin;
    std::int64_t asked_ms = 0;
    RestorationState state = RestorationState::asked;
    std::string decided_by = {};  // the account of whoever agreed to it, or did not
    std::int64_t ended_ms = 0;
    std::string restore_point = {};         // the backup of what was there before; of one that is done
    std::optional<base::Error> error = {};  // of one that failed: nothing was changed
};

// What was asked for a day ago counts no more: whoever agrees must know what they agree to.
inline constexpr std::int64_t restoration_waits_ms = 24 * 3'600'000;

// The last restoration of a data folder, in <data>/restoration.json: it outlives the database that it replaces, and a
// server that was killed on the way takes it up again.
class RestorationFile {
public:
    // The clock says whether what was asked for still waits.
    RestorationFile(const std::filesystem::path& data, const base::Clock& clock) : folder_{data}, clock_{clock} {}

    std::optional<Restoration> read() const;  // none when there never was one
    bool is_wanted() const;
    bool is_asked() const;
    // How one ended; where even that cannot be written, there never was one.
    void close(const Restoration& restoration) const;

    // What a request makes of it: noted before the request's own change stands, in force only once it does.
    void note(const Restoration& restoration) const;
    void confirm() const;

private:
    void write(const Restoration& restoration) const;

    std::filesystem::path folder_;
    const base::Clock& clock_;
};

// Puts the backup that is wanted in the place of the data (backup/restore.h), records it in the restored database and
// ends every session of it. Nobody else may use the data meanwhile. Whatever goes wrong is written into the file, and
// the data are as they were.
void carry_out_restoration(const std::filesystem::path& data, const base::Clock& clock);

}  // namespace app
