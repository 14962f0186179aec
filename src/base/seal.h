// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace base {

// Keeps a field of a row secret from whoever reads the database alone: AES-256-GCM (NIST SP 800-38D) with a nonce of
// its own. `place` (table, row, column) is authenticated with it, so that a sealed text moved to another row does not
// open there.
class SealKey {
public:
    explicit SealKey(std::string key);  // 32 bytes

    // "1.<id of the key>.<nonce, text and tag as hexadecimal digits>"
    std::string seal(std::string_view plain, std::string_view place) const;
    // None when it was sealed with another key or for another place, or was changed.
    std::optional<std::string> open(std::string_view sealed, std::string_view place) const;
    const std::string& id() const { return id_; }

private:
    std::string key_;
    std::string id_;
};

}  // namespace base
