// SPDX-License-Identifier: Apache-2.0
#include "allocations/store/agreement_store.h"

#include <map>

namespace allocations {

namespace {

std::string words_of_purposes(const std::vector<Purpose>& some)
{
    std::string words;
    for (const Purpose purpose : some)
        words += (words.empty() ? "" : " ") + std::string{premises::named(purposes, purpose).word};
    return words;
}

std::vector<Purpose> purposes_of(std::string_view words)
{
    std::vector<Purpose> some;
    while (!words.empty()) {
        const std::size_t end = words.find(' ');
        some.push_back(premises::of_word(purposes, words.substr(0, end)).value());
        words = end == std::string_view::npos ? std::string_view{} : words.substr(end + 1);
    }
    return some;
}

}  // namespace

// An empty number is all of them.
std::vector<Agreement> AgreementStore::found(const std::string& number) const
{
    constexpr std::string_view agreements = R"(
        SELECT number, unit, signed_on, valid_from, valid_to, purposes, ended_on FROM allocations_agreement
         WHERE org_id = :org_id AND (:number = '' OR number = :number)
         ORDER BY year, serial)";
    constexpr std::string_view rooms = R"(
        SELECT number, building, room FROM allocations_agreement_room
         WHERE org_id = :org_id AND (:number = '' OR number = :number)
         ORDER BY number, position)";
    const sql::Parameters asked{{"org_id", org_}, {"number", number}};
    std::map<std::string, std::vector<AgreedRoom>> by_number;
    for (const auto& row : db_.query(rooms, asked))
        by_number[row.text("number")].push_back({row.text("building"), row.text("room")});
    std::vector<Agreement> list;
    for (const auto& row : db_.query(agreements, asked)) {
        Agreement agreement{row.text("number"), row.text("unit"), row.date("signed_on"), row.date("valid_from"),
                            row.date("valid_to")};
        agreement.purposes = purposes_of(row.text("purposes"));
        agreement.rooms = std::move(by_number[agreement.number]);
        agreement.ended_on = row.date_if("ended_on");
        list.push_back(std::move(agreement));
    }
    return list;
}

std::vector<Agreement> AgreementStore::all() const
{
    return found("");
}

std::optional<Agreement> AgreementStore::find(const std::string& number) const
{
    if (number.empty()) return std::nullopt;
    for (Agreement& agreement : found(number)) return std::move(agreement);
    return std::nullopt;
}

std::int64_t AgreementStore::next_serial(int year) const
{
    constexpr std::string_view last = R"(
        SELECT COALESCE(MAX(serial), 0) AS last FROM allocations_agreement WHERE org_id = :org_id AND year = :year)";
    return db_.query(last, {{"org_id", org_}, {"year", year}}).front().integer("last") + 1;
}

std::optional<AgreedRoom> AgreementStore::add(const Agreement& agreement, std::int64_t serial)
{
    constexpr std::string_view insert = R"(
        INSERT INTO allocations_agreement (org_id, number, year, serial, unit, signed_on, valid_from, valid_to, purposes)
        VALUES (:org_id, :number, :year, :serial, :unit, :signed_on, :valid_from, :valid_to, :purposes))";
    constexpr std::string_view insert_room = R"(
        INSERT INTO allocations_agreement_room (org_id, number, building, room, position, is_active)
        VALUES (:org_id, :number, :building, :room, :position, 1))";
    db_.execute(insert, {{"org_id", org_},
                         {"number", agreement.number},
                         {"year", agreement.signed_on.year()},
                         {"serial", serial},
                         {"unit", agreement.unit},
                         {"signed_on", agreement.signed_on},
                         {"valid_from", agreement.valid_from},
                         {"valid_to", agreement.valid_to},
                         {"purposes", words_of_purposes(agreement.purposes)}});
    std::int64_t position = 0;
    for (const AgreedRoom& room : agreement.rooms) {
        try {
            db_.execute(insert_room, {{"org_id", org_},
                                      {"number", agreement.number},
                                      {"building", room.building},
                                      {"room", room.room},
                                      {"position", ++position}});
        } catch (const sql::SqlError& error) {
            if (error.violation() != sql::Violation::unique) throw;
            return room;
        }
    }
    return std::nullopt;
}

void AgreementStore::end(const Agreement& agreement)
{
    constexpr std::string_view update = R"(
        UPDATE allocations_agreement SET ended_on = :ended_on WHERE org_id = :org_id AND number = :number)";
    constexpr std::string_view free_rooms = R"(
        UPDATE allocations_agreement_room SET is_active = 0 WHERE org_id = :org_id AND number = :number)";
    db_.execute(update, {{"org_id", org_}, {"number", agreement.number}, {"ended_on", agreement.ended_on}});
    db_.execute(free_rooms, {{"org_id", org_}, {"number", agreement.number}});
}

}  // namespace allocations
