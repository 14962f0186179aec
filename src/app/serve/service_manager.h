// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace app {

// Says a line of sd_notify(3), "READY=1", to the service manager that started this process and waits for it (systemd's
// Type=notify). Does nothing where nobody waits: NOTIFY_SOCKET is not set or cannot be reached.
void tell_service_manager(std::string_view line);

}  // namespace app
