// SPDX-License-Identifier: Apache-2.0
#include "holdings/store/idle_store.h"

namespace holdings {

std::map<std::pair<std::string, std::string>, IdleDecision> IdleStore::last() const
{
    constexpr std::string_view in_order = R"(
        SELECT building, number, state, unit, decided_on, document, vacant_since
          FROM holdings_idle_decision
         WHERE org_id = :org_id
         ORDER BY building, number, step)";
    std::map<std::pair<std::string, std::string>, IdleDecision> found;
    db_.each(in_order, {{"org_id", org_}}, [&](const sql::Row& row) {
        found.insert_or_assign({row.text("building"), row.text("number")},
                               IdleDecision{row.text("building"), row.text("number"),
                                            base::of_word(idle_states, row.text("state")).value(), row.text("unit"),
                                            row.date("decided_on"), row.text("document"), row.date("vacant_since")});
    });
    return found;
}

void IdleStore::add(const IdleDecision& decision, const std::string& account)
{
    constexpr std::string_view insert = R"(
        INSERT INTO holdings_idle_decision (org_id, building, number, step, vacant_since, state, unit, decided_on,
                                            document, recorded_by)
        VALUES (:org_id, :building, :number,
                (SELECT COALESCE(MAX(d.step), 0) + 1 FROM holdings_idle_decision d
                  WHERE d.org_id = :org_id AND d.building = :building AND d.number = :number),
                :vacant_since, :state, :unit, :decided_on, :document, :recorded_by))";
    db_.execute(insert, {{"org_id", org_},
                         {"building", decision.building},
                         {"number", decision.number},
                         {"vacant_since", decision.vacant_since},
                         {"state", std::string{base::named(idle_states, decision.state).word}},
                         {"unit", decision.unit},
                         {"decided_on", decision.day},
                         {"document", decision.document},
                         {"recorded_by", account}});
}

}  // namespace holdings
