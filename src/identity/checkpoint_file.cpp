// SPDX-License-Identifier: Apache-2.0
#include "identity/checkpoint_file.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <fstream>
#include <system_error>

#include <boost/json.hpp>

#include "base/file_descriptor.h"
#include "base/hmac.h"
#include "base/instant.h"
#include "base/key_file.h"
#include "base/random.h"

namespace identity {

namespace {

std::string member(const boost::json::object& line, std::string_view name)
{
    const auto* const value = line.if_contains(name);
    return value && value->is_string() ? std::string{value->get_string()} : std::string{};
}

std::int64_t number(const boost::json::object& line, std::string_view name)
{
    const auto* const value = line.if_contains(name);
    return value && value->is_int64() ? value->get_int64() : 0;
}

// A line as it was written, and its signature.
std::optional<std::pair<Checkpoint, std::string>> parse(const std::string& text)
{
    boost::system::error_code error;
    const boost::json::value value = boost::json::parse(text, error);
    const auto* const line = error ? nullptr : value.if_object();
    if (!line) return std::nullopt;
    return std::pair{Checkpoint{base::OrgId{member(*line, "org")}, number(*line, "sequence"),
                                member(*line, "chain_digest"), number(*line, "at_ms")},
                     member(*line, "hmac_sm3")};
}

std::string line_of(const Checkpoint& checkpoint, const std::string& signature)
{
    const boost::json::object line{{"time", base::instant_text(checkpoint.at_ms)},
                                   {"at_ms", checkpoint.at_ms},
                                   {"org", checkpoint.org.text()},
                                   {"sequence", checkpoint.sequence},
                                   {"chain_digest", checkpoint.link},
                                   {"hmac_sm3", signature}};
    return boost::json::serialize(line) + "\n";
}

}  // namespace

CheckpointFile::CheckpointFile(const std::filesystem::path& data)
    : file_{data / "audit" / "checkpoints.jsonl"}, key_{base::key_from(data / "keys" / "audit.key")}
{
}

std::string CheckpointFile::signature_of(const Checkpoint& checkpoint, const std::string& before) const
{
    return base::hmac_sm3(key_, before + "\n" + std::to_string(checkpoint.at_ms) + "\n" + checkpoint.org.text() + "\n" +
                                    std::to_string(checkpoint.sequence) + "\n" + checkpoint.link);
}

Checkpoints CheckpointFile::read() const
{
    Checkpoints found;
    std::ifstream file{file_};
    std::string before;
    std::int64_t number = 0;
    for (std::string line; std::getline(file, line); ++number) {
        const auto parsed = parse(line);
        if (!parsed || !base::equal_in_constant_time(parsed->second, signature_of(parsed->first, before))) {
            found.forged_line = number + 1;
            break;
        }
        found.list.push_back(parsed->first);
        before = parsed->second;
    }
    return found;
}

void CheckpointFile::append(const std::vector<Checkpoint>& checkpoints) const
{
    if (checkpoints.empty()) return;
    std::filesystem::create_directories(file_.parent_path());
    const base::FileDescriptor file{file_.string(), O_WRONLY | O_CREAT | O_APPEND, 0600};
    if (::flock(file.number(), LOCK_EX) != 0) throw std::system_error(errno, std::generic_category(), file_.string());
    // What stands last is signed over, whoever wrote it: a forged line stays visible, and so do ours behind it.
    std::string before;
    std::string last;
    std::ifstream written{file_};
    for (std::string line; std::getline(written, line);) last = line;
    if (const auto parsed = parse(last)) before = parsed->second;
    std::string lines;
    for (const Checkpoint& checkpoint : checkpoints) {
        const std::string signature = signature_of(checkpoint, before);
        lines += line_of(checkpoint, signature);
        before = signature;
    }
    file.write_all(lines);
    file.sync();
    base::FileDescriptor{file_.parent_path().string(), O_RDONLY | O_DIRECTORY}.sync();
}

}  // namespace identity
