// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/result.h"
#include "closing/core/content.h"
#include "closing/core/correction.h"
#include "closing/core/span.h"
#include "sql/connection.h"
#include "sql/migration.h"

namespace closing {

std::span<const sql::Migration> migrations();

struct ClosedSpan {
    Span span;
    std::int64_t closed_ms = 0;
    std::string account;
    std::int64_t open_items = 0;  // what stood open and was accepted
    std::vector<Content> contents = {};
    std::int64_t corrections = 0;  // acts that changed something of it since
};

struct MadeCorrection {
    std::string id;
    Correction correction;
    std::string account;
    std::int64_t made_ms = 0;
    std::vector<Span> spans = {};
};

// What a month or a year as a whole holds now, without what corrections did to it.
using ContentOf = std::function<base::Result<std::vector<Content>>(const Span&)>;

// Months and years that are closed. Nothing of them is opened again: what changes behind them is a correction.
class Closings {
public:
    Closings(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // Permission closing.close. Nobody records anything while it runs. `open_items` is what stands open and is
    // accepted. Returns what was closed. Refuses closing.actor.not_permitted and what to_close() and `content` refuse.
    base::Result<std::vector<Span>> close(const base::Actor& actor, const Span& asked, std::int64_t open_items,
                                          const ContentOf& content);
    // What close() would close now. Refuses as to_close().
    base::Result<std::vector<Span>> would_close(const base::OrgId& org, const Span& asked) const;

    bool is_closed(const base::OrgId& org, const Span& span) const;
    std::vector<ClosedSpan> closed(const base::OrgId& org, base::FiscalYear year) const;  // the year itself first
    std::vector<MadeCorrection> corrections(const base::OrgId& org, base::FiscalYear year) const;  // oldest first
    // What of closed months and years changed without a correction.
    base::Result<std::vector<Unexplained>> verify(const base::OrgId& org, base::FiscalYear year,
                                                  const ContentOf& content) const;

private:
    sql::Connection& db_;
    const base::Clock& clock_;
};

// What every change of a record asks before it writes, inside its transaction. A gate belongs to one act: all that the
// act changes behind closed months rests on one correction.
class Gate {
public:
    Gate(sql::Connection& db, const base::Clock& clock, std::optional<Correction> correction = {})
        : db_{db}, clock_{clock}, correction_{std::move(correction)}
    {
    }

    // From here to the end of the transaction nobody closes anything. Before any row is locked: who closes must not
    // wait for somebody who waits for rows. admit() does it where nothing is locked yet.
    void hold(const base::Actor& actor);
    // The id of the correction that the record has to name, or none: what it belongs to is open. Refuses
    // closing.period.closed {period}, closing.correction.forbidden {period} (permission closing.correct) and what
    // check_correction() refuses.
    base::Result<std::optional<std::string>> admit(const base::Actor& actor, const Span& span);
    // For the audit record of the change: " 更正 <id>：<reason>", or nothing.
    std::string note() const;

private:
    sql::Connection& db_;
    const base::Clock& clock_;
    std::optional<Correction> correction_;
    bool is_held_ = false;
    std::string id_ = {};                 // once something was corrected
    std::map<Span, bool> admitted_ = {};  // whether it is closed
};

}  // namespace closing
