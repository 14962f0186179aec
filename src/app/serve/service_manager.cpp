// SPDX-License-Identifier: Apache-2.0
#include "app/serve/service_manager.h"

#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <string>

#include "base/file_descriptor.h"

namespace app {

// One datagram, whose form systemd promises to keep: less than libsystemd would bring along.
void tell_service_manager(std::string_view line)
{
    const char* const named = std::getenv("NOTIFY_SOCKET");
    sockaddr_un address{};
    const std::string_view path = named ? named : "";
    if (path.empty() || path.size() >= sizeof(address.sun_path)) return;
    address.sun_family = AF_UNIX;
    std::copy(path.begin(), path.end(), address.sun_path);
    if (address.sun_path[0] == '@') address.sun_path[0] = '\0';  // a name that is no file
    const base::FileDescriptor socket{::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)};
    if (socket.number() < 0) return;
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
    // Whoever does not hear it goes on waiting and ends us in the end: nothing to be done about it here.
    (void)::sendto(socket.number(), line.data(), line.size(), MSG_NOSIGNAL, reinterpret_cast<const sockaddr*>(&address),
                   length);
}

}  // namespace app
