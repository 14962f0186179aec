// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace base {

// A key and the certificate that it signed itself, both PEM.
struct SelfSigned {
    std::string key;
    std::string certificate;
    std::string fingerprint;  // SHA-256 of the certificate, AB:CD:…, as browsers show it
};

// A name that a browser may be told to open: letters, digits, '-' and '.', or an address (IPv4 or IPv6).
bool is_host(const std::string& name);

// For a server that these names lead to: ECDSA on P-256, good from now for so many days, to be used as a server's
// certificate and for nothing else. Refuses certificate.host.missing, .host.malformed {host} and .days.out_of_range.
Result<SelfSigned> self_signed(const std::vector<std::string>& hosts, std::int64_t now_seconds, std::int64_t days);

}  // namespace base
