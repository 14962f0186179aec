// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "identity/core/audit_chain.h"

namespace identity {

struct Checkpoints {
    std::vector<Checkpoint> list = {};  // in the order of the file, up to the first line that is not ours
    std::int64_t forged_line = 0;       // 1-based; 0 when every line is ours
};

// `<data>/audit/checkpoints.jsonl`: one line for each checkpoint, signed with HMAC-SM3 by a key beside the database,
// not in it. A signature covers the one before it, so that a line cannot be taken out. Copy the file to another
// machine: what has been copied cannot be rewritten by whoever rules this one.
class CheckpointFile {
public:
    explicit CheckpointFile(const std::filesystem::path& data);

    Checkpoints read() const;
    // Returns when the lines are on the disk. Throws std::system_error.
    void append(const std::vector<Checkpoint>& checkpoints) const;

private:
    std::string signature_of(const Checkpoint& checkpoint, const std::string& before) const;

    std::filesystem::path file_;
    std::string key_;
};

}  // namespace identity
