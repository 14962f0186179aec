// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace base {

// SM3 (GB/T 32905), the digest of facts, evidence and audit records: 64 lower-case hexadecimal digits.
std::string sm3(std::string_view bytes);

// The same over a stream of pieces.
class Sm3 {
public:
    Sm3();
    ~Sm3();
    Sm3(const Sm3&) = delete;
    Sm3& operator=(const Sm3&) = delete;

    void add(std::string_view bytes);
    // A field of a record: its length in front keeps ("ab", "c") and ("a", "bc") apart.
    void add_field(std::string_view field);
    std::string finish();  // once

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace base
