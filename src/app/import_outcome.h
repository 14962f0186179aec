// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/money.h"
#include "cli/program.h"

namespace app {

// What every import says at its end, whichever slice it went into.
struct Mistake {
    std::string place;   // 支付明细!J12
    std::string column;  // its title, or empty
    base::Error error;
};

struct Count {
    cli::Text title;
    std::int64_t number = 0;
};

// A measure that no record can answer as things stand, and why.
struct Unanswerable {
    std::string code;
    std::string name;
    base::Error why;
};

// An amount in 元 that a clerk can compare with her sheet.
struct Sum {
    cli::Text title;
    base::Money amount;
};

struct ImportOutcome {
    std::string file;
    bool stored = false;
    bool dry_run = false;
    std::vector<Count> counts = {};
    std::vector<Sum> sums = {};
    std::vector<Mistake> mistakes = {};
    std::int64_t mistakes_not_listed = 0;
    std::vector<std::string> sheets_passed_over = {};
    std::vector<std::string> kept = {};  // stored, not in the file, and still valid
    std::vector<Unanswerable> unanswerable = {};
    std::vector<std::string> examples = {};  // places of rows still marked as the template's example, passed over

    std::int64_t mistake_count() const { return static_cast<std::int64_t>(mistakes.size()) + mistakes_not_listed; }
};

// Counts and mistakes as a table or as JSON. Mistakes are failure: nothing was stored.
cli::Exit print(const ImportOutcome& outcome, cli::Terminal& terminal);

// Says how many refused rows were written to --failed, and gives `exit`; or refuses.
cli::Exit close_failed(const base::Result<std::size_t>& rows, const cli::Input& input, cli::Exit exit,
                       const cli::Terminal& terminal);

}  // namespace app
