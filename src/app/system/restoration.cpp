// SPDX-License-Identifier: Apache-2.0
#include "app/system/restoration.h"

#include <array>
#include <fstream>
#include <sstream>

#include <boost/json.hpp>

#include "app/backup/restore.h"
#include "app/desk.h"
#include "app/serve/log.h"

namespace app {

namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 6> state_words{"asked", "refused", "wanted", "done", "failed", "expired"};

json::object to_json(const Restoration& one)
{
    json::object object{{"backup", one.backup},        {"org", one.org},
                        {"person", one.person},        {"account", one.account},
                        {"origin", one.origin},        {"asked_ms", one.asked_ms},
                        {"state", to_text(one.state)}, {"decided_by", one.decided_by},
                        {"ended_ms", one.ended_ms},    {"restore_point", one.restore_point}};
    if (!one.error) return object;
    json::array args;
    for (const auto& [name, value] : one.error->args) args.push_back(json::array{name, value});
    object["error"] = json::object{{"code", one.error->code}, {"args", std::move(args)}};
    return object;
}

Restoration restoration_of(const json::value& value)
{
    const auto word = [&](const char* name) { return std::string{value.at(name).as_string()}; };
    Restoration one{word("backup"),  word("org"),    word("person"),
                    word("account"), word("origin"), value.at("asked_ms").as_int64()};
    one.decided_by = word("decided_by");
    for (std::size_t i = 0; i < state_words.size(); ++i)
        if (state_words[i] == word("state")) one.state = static_cast<RestorationState>(i);
    one.ended_ms = value.at("ended_ms").as_int64();
    one.restore_point = word("restore_point");
    if (const auto* const error = value.as_object().if_contains("error")) {
        one.error = base::Error{base::ErrorKind::conflict, std::string{error->at("code").as_string()}};
        for (const json::value& arg : error->at("args").as_array())
            one.error->args.emplace_back(std::string{arg.at(0).as_string()}, std::string{arg.at(1).as_string()});
    }
    return one;
}

// As it stands now. Nothing has to be written for it: the file says when it was asked for.
Restoration at(Restoration one, std::int64_t now_ms)
{
    const std::int64_t until_ms = one.asked_ms + restoration_waits_ms;
    if (one.state != RestorationState::asked || now_ms < until_ms) return one;
    one.state = RestorationState::expired;
    one.ended_ms = until_ms;
    return one;
}

base::Result<std::string> put_in_place(const std::filesystem::path& data, const Restoration& one,
                                       const base::Clock& clock)
{
    Backups backups{data, data / "backups", clock};
    const Restorer by{{base::OrgId{one.org}, one.account, one.origin}, one.decided_by};
    TRY_ASSIGN(const Restored restored, restore(backups, database_of(data), one.backup, by, clock));
    return restored.restore_point;
}

}  // namespace

std::string_view to_text(RestorationState state)
{
    return state_words[static_cast<std::size_t>(state)];
}

std::optional<Restoration> RestorationFile::read() const
{
    std::ifstream stream{folder_ / "restoration.json", std::ios::binary};
    if (!stream) return std::nullopt;
    std::ostringstream text;
    text << stream.rdbuf();
    try {
        return at(restoration_of(json::parse(text.str())), clock_.milliseconds_since_1970());
    } catch (const std::exception&) {
        // Boost.JSON tells of a missing or misshaped member by exceptions of several kinds. Such a file is not ours.
        return std::nullopt;
    }
}

bool RestorationFile::is_wanted() const
{
    const auto one = read();
    return one && one->state == RestorationState::wanted;
}

bool RestorationFile::is_asked() const
{
    const auto one = read();
    return one && one->state == RestorationState::asked;
}

void RestorationFile::write(const Restoration& restoration) const
{
    base::write_durably(folder_ / "restoration.json", json::serialize(to_json(restoration)) + "\n");
}

void RestorationFile::close(const Restoration& restoration) const
{
    try {
        write(restoration);
    } catch (const std::exception& error) {
        // On a full disk nothing can be written; what is wanted no more must not be done again.
        log(clock_, Level::error, "restoration", {{"error", error.what()}});
        std::filesystem::remove(folder_ / "restoration.json");
    }
}

void RestorationFile::note(const Restoration& restoration) const
{
    base::write_durably(folder_ / "restoration.noted", json::serialize(to_json(restoration)) + "\n");
}

void RestorationFile::confirm() const
{
    std::error_code gone;  // somebody else asked in the same moment, and one of the two is confirmed
    std::filesystem::rename(folder_ / "restoration.noted", folder_ / "restoration.json", gone);
    base::sync_folder(folder_);
}

void carry_out_restoration(const std::filesystem::path& data, const base::Clock& clock)
{
    const RestorationFile file{data, clock};
    auto one = file.read();
    if (!one || one->state != RestorationState::wanted) return;
    log(clock, Level::warning, "restoration", {{"backup", one->backup}, {"state", "running"}});
    one->state = RestorationState::failed;
    try {
        const auto restore_point = put_in_place(data, *one, clock);
        if (restore_point) {
            one->state = RestorationState::done;
            one->restore_point = *restore_point;
        } else {
            one->error = restore_point.error();
        }
    } catch (const std::exception& error) {
        // A full disk or a database that is away: both engines put the new rows in place in one step, or not at all.
        log(clock, Level::error, "restoration", {{"error", error.what()}});
        one->error = base::Error{base::ErrorKind::conflict, "app.restoration.broken", {{"backup", one->backup}}};
    }
    one->ended_ms = clock.milliseconds_since_1970();
    file.close(*one);
    log(clock, Level::warning, "restoration",
        {{"backup", one->backup}, {"state", to_text(one->state)}, {"code", one->error ? one->error->code : ""}});
}

}  // namespace app
