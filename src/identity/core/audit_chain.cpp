// SPDX-License-Identifier: Apache-2.0
#include "identity/core/audit_chain.h"

#include <algorithm>
#include <array>
#include <utility>

namespace identity {

namespace {

constexpr std::array<std::pair<FaultKind, std::string_view>, 7> kinds{
    {{FaultKind::edited, "edited"},
     {FaultKind::deleted, "deleted"},
     {FaultKind::inserted, "inserted"},
     {FaultKind::swapped, "swapped"},
     {FaultKind::tail_cut, "tail_cut"},
     {FaultKind::chain_rebuilt, "chain_rebuilt"},
     {FaultKind::checkpoint_forged, "checkpoint_forged"}}};

bool reads_as_sealed(const base::OrgId& org, const SealedRecord& row)
{
    if (!row.record || digest_of(org, *row.record) != row.record_digest) return false;
    return row.own_digest.empty() || row.own_digest == row.record_digest;
}

}  // namespace

std::string_view to_text(FaultKind kind)
{
    for (const auto& [known, text] : kinds)
        if (known == kind) return text;
    return {};
}

ChainReader::ChainReader(base::OrgId org, std::vector<Checkpoint> checkpoints)
    : org_{std::move(org)}, checkpoints_{std::move(checkpoints)}, link_{first_link(org_)}
{
    std::stable_sort(checkpoints_.begin(), checkpoints_.end(),
                     [](const Checkpoint& a, const Checkpoint& b) { return a.sequence < b.sequence; });
}

void ChainReader::read(const SealedRecord& row)
{
    if (fault_) return;
    fault_ = fault_in(row);
    if (fault_) return;
    link_before_ = link_;
    link_ = row.link;
    last_id_ = row.audit_id;
    ++rows_;
}

std::optional<Fault> ChainReader::fault_in(const SealedRecord& row)
{
    const std::int64_t expected = rows_ + 1;
    if (row.sequence != expected) return Fault{FaultKind::deleted, expected};
    if (row.link != next_link(link_, row.record_digest)) {
        is_broken_link_ = true;
        return Fault{FaultKind::edited, expected, row.audit_id};
    }
    if (!row.record) return Fault{FaultKind::deleted, expected, row.audit_id};
    if (auto rebuilt = against_checkpoints(row)) return rebuilt;
    if (!reads_as_sealed(org_, row)) return Fault{FaultKind::edited, expected, row.audit_id};
    return std::nullopt;
}

std::optional<Fault> ChainReader::against_checkpoints(const SealedRecord& row)
{
    for (; next_checkpoint_ < checkpoints_.size(); ++next_checkpoint_) {
        const Checkpoint& checkpoint = checkpoints_[next_checkpoint_];
        if (checkpoint.sequence > row.sequence) break;
        // Which of the rows since the last agreement was changed first, the chain cannot tell any more.
        if (checkpoint.link != row.link) return Fault{FaultKind::chain_rebuilt, last_agreed_ + 1};
        last_agreed_ = row.sequence;
    }
    return std::nullopt;
}

void ChainReader::close()
{
    if (fault_ || next_checkpoint_ == checkpoints_.size()) return;
    fault_ = Fault{FaultKind::tail_cut, rows_ + 1};
}

BreakReader::BreakReader(base::OrgId org, const ChainReader& reader)
    : org_{std::move(org)},
      before_{reader.last_link()},
      long_before_{reader.link_before_last()},
      last_good_{FaultKind::inserted, reader.read_rows(), reader.last_id()}
{
}

void BreakReader::read(const SealedRecord& row)
{
    ++rows_;
    if (!broken_) {
        broken_ = row;
        previous_link_ = row.link;
        return;
    }
    if (rows_ == 2) rest_follows_ = row.link == next_link(broken_->link, row.record_digest);
    if (!true_row_found_ && row.link == next_link(before_, row.record_digest)) {
        true_row_found_ = true;
        // The row that stands here instead follows from the one before that place: the two were exchanged.
        const std::string& there = rows_ == 2 ? row.link : previous_link_;
        is_exchanged_ = broken_->link == next_link(there, broken_->record_digest);
    }
    previous_link_ = row.link;
}

Fault BreakReader::fault() const
{
    Fault here{FaultKind::edited, last_good_.sequence + 1, broken_ ? broken_->audit_id : std::string{}};
    if (true_row_found_) {
        here.kind = is_exchanged_ ? FaultKind::swapped : FaultKind::inserted;
        return here;
    }
    const bool is_itself = broken_ && reads_as_sealed(org_, *broken_);
    if (!is_itself) return here;
    // It follows from the row before the last: the last one was put between them, with a link of its own.
    if (last_good_.sequence > 0 && broken_->link == next_link(long_before_, broken_->record_digest)) return last_good_;
    // The rows behind it fit together, so it is the row before it that is missing.
    if (rest_follows_) here.kind = FaultKind::deleted;
    return here;
}

std::optional<Fault> fault_in(const base::OrgId& org, const UnsealedRecord& row)
{
    if (!row.is_waiting) return Fault{FaultKind::inserted, 0, row.record.id};
    const bool is_itself = row.own_digest.empty() || row.own_digest == digest_of(org, row.record);
    if (!is_itself) return Fault{FaultKind::edited, 0, row.record.id};
    return std::nullopt;
}

}  // namespace identity
