// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "spreadsheet/child.h"

namespace spreadsheet {

// The same child inside bubblewrap: it sees the machine's programs, libraries and fonts and what it may read, it can
// write in its own folder and in a /tmp of its own, and there is no network, no other process and no capability.
// Works for root and, where user namespaces are allowed (Debian 12 allows them), for everybody.
Child confined(const Child& child);

// A child that does nothing, with the same needs: where its confined form fails, this machine cannot confine.
Child idle(const Child& child);

}  // namespace spreadsheet
