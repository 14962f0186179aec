// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "identity/core/audit_record.h"

namespace identity {

// A record's place in its organisation's chain, with the record, if it is still there.
struct SealedRecord {
    std::int64_t sequence = 0;  // from 1
    std::string audit_id;
    std::string record_digest;
    std::string link;
    std::optional<AuditRecord> record = {};
    std::string own_digest = {};  // as it stands in the record's row; empty in records older than digests
};

// A record that is not in the chain: made a moment ago, or put there by somebody else.
struct UnsealedRecord {
    AuditRecord record;
    std::string own_digest;
    bool is_waiting = false;  // it is on the list of those that will be sealed
};

// What stood at the end of the chain at some time, kept outside the database.
struct Checkpoint {
    base::OrgId org;
    std::int64_t sequence = 0;
    std::string link;
    std::int64_t at_ms = 0;
};

enum class FaultKind {
    edited,            // the record, its digest or its place in the chain reads differently
    deleted,           // the record or its place is gone
    inserted,          // it is no link of the chain
    swapped,           // it stands where another one was
    tail_cut,          // a checkpoint knows more
    chain_rebuilt,     // the chain agrees with itself, but not with a checkpoint
    checkpoint_forged  // a line of the checkpoint file is not ours, or lines before it are gone
};
std::string_view to_text(FaultKind kind);  // the word in JSON

// The first row that is not as it was.
struct Fault {
    FaultKind kind;
    std::int64_t sequence = 0;  // 0: not in the chain, or a line of the checkpoint file
    std::string audit_id = {};
};

// Follows one organisation's chain from its beginning. `checkpoints` are of this organisation, by sequence.
class ChainReader {
public:
    ChainReader(base::OrgId org, std::vector<Checkpoint> checkpoints);

    // In order of sequence, until there is a fault.
    void read(const SealedRecord& row);
    // After the last one.
    void close();
    const std::optional<Fault>& fault() const { return fault_; }
    // The link at which the fault is a broken one: what came there has to be told from what follows (BreakReader).
    bool is_broken_link() const { return is_broken_link_; }
    std::int64_t read_rows() const { return rows_; }
    const std::string& last_link() const { return link_; }  // of the last good row
    // Of the row before that one.
    const std::string& link_before_last() const { return link_before_; }
    const std::string& last_id() const { return last_id_; }

private:
    std::optional<Fault> fault_in(const SealedRecord& row);
    std::optional<Fault> against_checkpoints(const SealedRecord& row);

    base::OrgId org_;
    std::vector<Checkpoint> checkpoints_;
    std::size_t next_checkpoint_ = 0;
    std::int64_t last_agreed_ = 0;
    std::string link_;
    std::string link_before_;
    std::string last_id_;
    std::int64_t rows_ = 0;
    bool is_broken_link_ = false;
    std::optional<Fault> fault_;
};

// Tells what happened at a broken link from the rows behind it.
class BreakReader {
public:
    // From a reader that stopped there. The first row to read is the one that does not follow.
    explicit BreakReader(base::OrgId org, const ChainReader& reader);

    void read(const SealedRecord& row);
    Fault fault() const;

private:
    base::OrgId org_;
    std::string before_;       // the last link that follows
    std::string long_before_;  // the one before that
    Fault last_good_;
    std::optional<SealedRecord> broken_;
    std::string previous_link_;
    bool true_row_found_ = false;
    bool is_exchanged_ = false;
    bool rest_follows_ = false;
    std::int64_t rows_ = 0;
};

// Of a record outside the chain. None for one that waits and reads as it was written.
std::optional<Fault> fault_in(const base::OrgId& org, const UnsealedRecord& row);

}  // namespace identity
