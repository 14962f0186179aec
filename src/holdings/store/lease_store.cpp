// SPDX-License-Identifier: Apache-2.0
#include "holdings/store/lease_store.h"

namespace holdings {

std::vector<Lease> LeaseStore::all() const
{
    constexpr std::string_view select = R"(
        SELECT code, version, kind, party, building, address, area_dm2, approval, from_on, until_on, yearly_fen, note
          FROM holdings_lease l
         WHERE org_id = :org_id
           AND version = (SELECT MAX(h.version) FROM holdings_lease h WHERE h.org_id = l.org_id AND h.code = l.code)
         ORDER BY code)";
    std::vector<Lease> found;
    for (const auto& row : db_.query(select, {{"org_id", org_}}))
        found.push_back({row.text("code"), base::of_word(lease_kinds, row.text("kind")).value(), row.text("party"),
                         row.text("building"), row.text("address"), row.integer("area_dm2"), row.text("approval"),
                         row.date("from_on"), row.date("until_on"), row.money("yearly_fen"), row.text("note"),
                         row.integer("version")});
    return found;
}

std::optional<Lease> LeaseStore::find(const std::string& code) const
{
    for (Lease& lease : all())
        if (lease.code == code) return std::move(lease);
    return std::nullopt;
}

bool LeaseStore::add(const Lease& lease, const std::string& account)
{
    constexpr std::string_view insert = R"(
        INSERT INTO holdings_lease (org_id, code, version, kind, party, building, address, area_dm2, approval, from_on,
                                    until_on, yearly_fen, note, recorded_by)
        VALUES (:org_id, :code, :version, :kind, :party, :building, :address, :area_dm2, :approval, :from_on, :until_on,
                :yearly_fen, :note, :recorded_by))";
    try {
        db_.execute(insert, {{"org_id", org_},
                             {"code", lease.code},
                             {"version", lease.version},
                             {"kind", std::string{base::named(lease_kinds, lease.kind).word}},
                             {"party", lease.party},
                             {"building", lease.building},
                             {"address", lease.address},
                             {"area_dm2", lease.area_dm2},
                             {"approval", lease.approval},
                             {"from_on", lease.from},
                             {"until_on", lease.until},
                             {"yearly_fen", lease.yearly},
                             {"note", lease.note},
                             {"recorded_by", account}});
    } catch (const sql::SqlError& error) {
        if (error.violation() != sql::Violation::unique) throw;
        return false;
    }
    return true;
}

std::map<std::string, base::Money> LeaseStore::paid() const
{
    constexpr std::string_view sums = R"(
        SELECT lease, CAST(SUM(amount_fen) AS BIGINT) AS paid_fen
          FROM holdings_lease_income
         WHERE org_id = :org_id
         GROUP BY lease)";
    std::map<std::string, base::Money> paid;
    for (const auto& row : db_.query(sums, {{"org_id", org_}})) paid[row.text("lease")] = row.money("paid_fen");
    return paid;
}

void LeaseStore::add(const std::string& lease, const LeaseIncome& income)
{
    constexpr std::string_view insert = R"(
        INSERT INTO holdings_lease_income (org_id, lease, step, paid_on, amount_fen, document, recorded_by)
        VALUES (:org_id, :lease,
                (SELECT COALESCE(MAX(i.step), 0) + 1 FROM holdings_lease_income i
                  WHERE i.org_id = :org_id AND i.lease = :lease),
                :paid_on, :amount_fen, :document, :recorded_by))";
    db_.execute(insert, {{"org_id", org_},
                         {"lease", lease},
                         {"paid_on", income.paid_on},
                         {"amount_fen", income.amount},
                         {"document", income.document},
                         {"recorded_by", income.recorded_by}});
}

}  // namespace holdings
