// SPDX-License-Identifier: Apache-2.0
#include "meetings/store/service_store.h"

#include "meetings/core/room.h"

namespace meetings {

namespace {

constexpr const char* signed_already = "meetings_service_signed_off";

bool is_beaten(const sql::SqlError& error)
{
    return error.violation() == sql::Violation::unique || error.violates(signed_already);
}

SignOff signature_of(const sql::Row& row)
{
    return {base::of_word(stages, row.text("stage")).value(),
            row.text("by_whom"),
            row.integer("at_ms"),
            row.integer_if("due"),
            row.integer("round"),
            row.text("place"),
            {row.integer("starts"), row.integer("ends")}};
}

void add_rows(sql::Connection& db, const base::OrgId& org, const std::string& number, const ServiceSheet& sheet)
{
    const auto with = [&](std::size_t place, sql::Parameters more) {
        more.insert(more.end(), {{"org_id", org}, {"number", number}, {"place", static_cast<std::int64_t>(place + 1)}});
        return more;
    };
    constexpr std::string_view card = R"(
        INSERT INTO meetings_service_card (org_id, number, place, name, unit)
        VALUES (:org_id, :number, :place, :name, :unit))";
    for (std::size_t i = 0; i < sheet.place_cards.size(); ++i)
        db.execute(card, with(i, {{"name", sheet.place_cards[i].name}, {"unit", sheet.place_cards[i].unit}}));
    constexpr std::string_view refreshment = R"(
        INSERT INTO meetings_service_refreshment (org_id, number, place, name, quantity)
        VALUES (:org_id, :number, :place, :name, :quantity))";
    for (std::size_t i = 0; i < sheet.refreshments.size(); ++i)
        db.execute(refreshment,
                   with(i, {{"name", sheet.refreshments[i].name}, {"quantity", sheet.refreshments[i].quantity}}));
    constexpr std::string_view staff = R"(
        INSERT INTO meetings_service_staff (org_id, number, place, account, name)
        VALUES (:org_id, :number, :place, :account, :name))";
    for (std::size_t i = 0; i < sheet.staff.size(); ++i)
        db.execute(staff, with(i, {{"account", sheet.staff[i].account}, {"name", sheet.staff[i].name}}));
}

}  // namespace

ServiceSheet ServiceStore::sheet(const std::string& number) const
{
    const sql::Parameters of{{"org_id", org_}, {"number", number}};
    constexpr std::string_view one = R"(
        SELECT banner, equipment, equipment_note, requests, changed_by, changed_ms, version
          FROM meetings_service WHERE org_id = :org_id AND number = :number)";
    ServiceSheet sheet;
    for (const auto& row : db_.query(one, of)) {
        sheet.banner = row.text("banner");
        sheet.equipment = names_in(row.text("equipment"));
        sheet.equipment_note = row.text("equipment_note");
        sheet.requests = row.text("requests");
        sheet.changed_by = row.text("changed_by");
        sheet.changed_ms = row.integer("changed_ms");
        sheet.version = row.integer("version");
    }
    if (sheet.version == 0) return sheet;
    constexpr std::string_view cards = R"(
        SELECT name, unit FROM meetings_service_card WHERE org_id = :org_id AND number = :number ORDER BY place)";
    for (const auto& row : db_.query(cards, of)) sheet.place_cards.push_back({row.text("name"), row.text("unit")});
    constexpr std::string_view refreshments = R"(
        SELECT name, quantity FROM meetings_service_refreshment
         WHERE org_id = :org_id AND number = :number ORDER BY place)";
    for (const auto& row : db_.query(refreshments, of))
        sheet.refreshments.push_back({row.text("name"), row.integer("quantity")});
    constexpr std::string_view staff = R"(
        SELECT account, name FROM meetings_service_staff WHERE org_id = :org_id AND number = :number ORDER BY place)";
    for (const auto& row : db_.query(staff, of)) sheet.staff.push_back({row.text_if("account"), row.text("name")});
    return sheet;
}

bool ServiceStore::save(const std::string& number, const ServiceSheet& sheet)
{
    const sql::Parameters values{{"org_id", org_},
                                 {"number", number},
                                 {"banner", sheet.banner},
                                 {"equipment", joined(sheet.equipment)},
                                 {"equipment_note", sheet.equipment_note},
                                 {"requests", sheet.requests},
                                 {"changed_by", sheet.changed_by},
                                 {"changed_ms", sheet.changed_ms},
                                 {"version", sheet.version}};
    constexpr std::string_view insert = R"(
        INSERT INTO meetings_service (org_id, number, banner, equipment, equipment_note, requests, changed_by,
                                      changed_ms, version)
        VALUES (:org_id, :number, :banner, :equipment, :equipment_note, :requests, :changed_by, :changed_ms,
                :version + 1)
        ON CONFLICT (org_id, number) DO NOTHING)";
    constexpr std::string_view update = R"(
        UPDATE meetings_service
           SET banner = :banner, equipment = :equipment, equipment_note = :equipment_note, requests = :requests,
               changed_by = :changed_by, changed_ms = :changed_ms, version = version + 1
         WHERE org_id = :org_id AND number = :number AND version = :version)";
    if (db_.execute(sheet.version == 0 ? insert : update, values) == 0) return false;
    const sql::Parameters of{{"org_id", org_}, {"number", number}};
    db_.execute("DELETE FROM meetings_service_card WHERE org_id = :org_id AND number = :number", of);
    db_.execute("DELETE FROM meetings_service_refreshment WHERE org_id = :org_id AND number = :number", of);
    db_.execute("DELETE FROM meetings_service_staff WHERE org_id = :org_id AND number = :number", of);
    add_rows(db_, org_, number, sheet);
    return true;
}

std::vector<Answer> ServiceStore::answers(const std::string& number) const
{
    constexpr std::string_view all = R"(
        SELECT stage, item, round, answer, outcome, note, by_whom, answered_ms, recorded_ms, is_addition
          FROM meetings_service_answer
         WHERE org_id = :org_id AND number = :number
         ORDER BY stage, item, answer)";
    std::vector<Answer> found;
    for (const auto& row : db_.query(all, {{"org_id", org_}, {"number", number}}))
        found.push_back({base::of_word(stages, row.text("stage")).value(), row.text("item"), row.integer("answer"),
                         base::of_word(outcomes, row.text("outcome")).value(), row.text("note"), row.text("by_whom"),
                         row.integer("answered_ms"), row.integer("recorded_ms"), row.integer("is_addition") == 1,
                         row.integer("round")});
    return found;
}

bool ServiceStore::add(const std::string& number, const Answer& answer)
{
    constexpr std::string_view insert = R"(
        INSERT INTO meetings_service_answer (org_id, number, stage, item, round, answer, outcome, note, by_whom,
                                             answered_ms, recorded_ms, is_addition)
        VALUES (:org_id, :number, :stage, :item, :round, :answer, :outcome, :note, :by_whom, :answered_ms, :recorded_ms,
                :is_addition))";
    try {
        db_.execute(insert, {{"org_id", org_},
                             {"number", number},
                             {"stage", std::string{base::named(stages, answer.stage).word}},
                             {"item", answer.item},
                             {"round", answer.round},
                             {"answer", answer.number},
                             {"outcome", std::string{base::named(outcomes, answer.outcome).word}},
                             {"note", answer.note},
                             {"by_whom", answer.by},
                             {"answered_ms", answer.answered_ms},
                             {"recorded_ms", answer.recorded_ms},
                             {"is_addition", answer.is_addition ? 1 : 0}});
    } catch (const sql::SqlError& error) {
        if (!is_beaten(error)) throw;
        return false;
    }
    return true;
}

std::vector<SignOff> ServiceStore::signatures(const std::string& number) const
{
    constexpr std::string_view of_one = R"(
        SELECT stage, by_whom, at_ms, due, round, place, starts, ends FROM meetings_service_sign_off
         WHERE org_id = :org_id AND number = :number
         ORDER BY round)";
    std::vector<SignOff> found;
    for (const auto& row : db_.query(of_one, {{"org_id", org_}, {"number", number}}))
        found.push_back(signature_of(row));
    return found;
}

std::map<std::string, std::vector<SignOff>> ServiceStore::signatures() const
{
    constexpr std::string_view all = R"(
        SELECT number, stage, by_whom, at_ms, due, round, place, starts, ends
          FROM meetings_service_sign_off WHERE org_id = :org_id)";
    std::map<std::string, std::vector<SignOff>> found;
    db_.each(all, {{"org_id", org_}},
             [&](const sql::Row& row) { found[row.text("number")].push_back(signature_of(row)); });
    return found;
}

std::map<std::string, std::int64_t> ServiceStore::failed() const
{
    constexpr std::string_view counts = R"(
        SELECT a.number, COUNT(*) AS failed
          FROM meetings_service_answer a
          JOIN meetings_booking b ON b.org_id = a.org_id AND b.number = a.number
         WHERE a.org_id = :org_id AND a.is_addition = 0 AND a.outcome = 'failed'
           AND (a.stage IN ('during', 'after') OR a.round = b.round)
           AND NOT EXISTS (SELECT 1 FROM meetings_service_answer later
                            WHERE later.org_id = a.org_id AND later.number = a.number AND later.stage = a.stage
                              AND later.item = a.item AND later.round = a.round AND later.is_addition = 0 AND later.answer > a.answer)
         GROUP BY a.number)";
    std::map<std::string, std::int64_t> found;
    db_.each(counts, {{"org_id", org_}},
             [&](const sql::Row& row) { found[row.text("number")] = row.integer("failed"); });
    return found;
}

bool ServiceStore::add(const std::string& number, const SignOff& signature)
{
    constexpr std::string_view insert = R"(
        INSERT INTO meetings_service_sign_off (org_id, number, stage, by_whom, at_ms, due, round, place, starts, ends)
        VALUES (:org_id, :number, :stage, :by_whom, :at_ms, :due, :round, :place, :starts, :ends))";
    try {
        db_.execute(insert, {{"org_id", org_},
                             {"number", number},
                             {"stage", std::string{base::named(stages, signature.stage).word}},
                             {"by_whom", signature.by},
                             {"at_ms", signature.at_ms},
                             {"due", signature.due},
                             {"round", signature.round},
                             {"place", signature.place},
                             {"starts", signature.span.from},
                             {"ends", signature.span.until}});
    } catch (const sql::SqlError& error) {
        if (!is_beaten(error)) throw;
        return false;
    }
    return true;
}

}  // namespace meetings
