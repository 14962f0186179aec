// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/records.h"
#include "base/result.h"
#include "meetings/meetings.h"
#include "repairs/core/equipment.h"
#include "repairs/core/statistics.h"
#include "repairs/import.h"
#include "repairs/store/order_store.h"
#include "sql/connection.h"
#include "sql/migration.h"

namespace repairs {

std::span<const sql::Migration> migrations();

inline constexpr std::int64_t most_photo_bytes = std::int64_t{5} << 20;
inline constexpr std::size_t most_photos = 6;
// Reports without signing in, each hour.
inline constexpr std::int64_t most_reports_of_a_label = 5;
inline constexpr std::int64_t most_reports_of_an_office = 60;
inline constexpr std::size_t most_photos_of_a_report = 3;
inline constexpr std::int64_t most_label_photos_of_an_office = 60;

struct Due {
    Equipment equipment = {};
    Plan plan = {};
    base::Date due_on = {};
    std::optional<base::Date> last_on = {};
    std::int64_t overdue_days = 0;
};

// A meeting in the room of what is broken, and where else it could be.
struct SpareRoom {
    std::string booking = {};
    Second from = 0;
    Second until = 0;
    std::vector<meetings::Alternative> alternatives = {};
};

struct OrderPage {
    std::vector<Order> orders = {};  // the latest first
    std::int64_t count = 0;          // that the question takes
    bool has_next = false;
};

struct OrderFile {
    Order order = {};
    std::vector<Step> steps = {};
    std::vector<Photo> photos = {};
    std::vector<SpareRoom> spare_rooms = {};  // of the next seven days, while it is not repaired
};

struct NewOrder {
    Order order = {};  // equipment or room or place, fault, contact
    std::vector<std::string> photos = {};
};

// What somebody says who has not signed in. `id` is made by the phone: sent again, the report stays one.
struct PublicReport {
    std::string code = {};  // of the label
    std::string id = {};
    std::string fault = {};
    std::string contact = {};
};

// A picture to a report, by who made the report: its id is known to that phone alone.
struct PublicPhoto {
    std::string code = {};  // of the label
    std::string id = {};    // of the report
    std::filesystem::path file = {};
};
struct LabelPhotos {
    std::string order = {};
    std::int64_t count = 0;  // that it has now
};

// Equipment, its inspections, and what is repaired within which time. Permissions: repairs.read, .report, .work (also
// takes up what was reported by label), .accept, .edit. Every change is one audit record in its transaction.
class Repairs {
public:
    Repairs(sql::Connection& db, const base::Clock& clock, std::filesystem::path data)
        : db_{db}, clock_{clock}, data_{std::move(data)}
    {
    }

    std::vector<Equipment> equipment(const base::OrgId& org) const;
    base::Result<Equipment> equipment(const base::OrgId& org, const std::string& code) const;  // .equipment.unknown
    // Refuse repairs.actor.not_permitted, what check(Equipment) refuses, .equipment.code_taken {code}, .unknown {code},
    // .changed {code}, meetings.room.unknown.
    base::Result<void> record(const base::Actor& actor, const Equipment& equipment);
    base::Result<void> change(const base::Actor& actor, const Equipment& equipment);
    // What its label says. Made anew, labels with the old one stop working.
    base::Result<std::string> report_code(const base::Actor& actor, const std::string& equipment) const;
    // Of all equipment in use, by its code. Refuses repairs.actor.not_permitted.
    base::Result<std::map<std::string, std::string>> report_codes(const base::Actor& actor) const;
    base::Result<std::string> renew_report_code(const base::Actor& actor, const std::string& equipment);

    std::vector<Plan> plans(const base::OrgId& org) const;
    base::Result<Plan> plan(const base::OrgId& org, const std::string& code) const;  // repairs.plan.unknown {code}
    // Refuse repairs.actor.not_permitted, what check(Plan) refuses, .plan.code_taken {code}, .unknown, .changed {code}.
    base::Result<void> record(const base::Actor& actor, const Plan& plan);
    base::Result<void> change(const base::Actor& actor, const Plan& plan);
    std::vector<Due> due(const base::OrgId& org, base::Date by) const;  // the longest overdue first
    // Each failed item becomes an order in the same transaction, with its note and its photos. Refuses
    // repairs.actor.not_permitted, .equipment.unknown, .plan.unknown, what check(Inspection) and photos refuse.
    base::Result<Inspection> inspect(const base::Actor& actor, Inspection inspection);
    std::vector<Inspection> inspections(const base::OrgId& org) const;                             // the latest first
    base::Result<Inspection> inspection(const base::OrgId& org, const std::string& number) const;  // .unknown

    std::vector<Order> orders(const base::OrgId& org, const OrderQuestion& question) const;  // the latest first
    OrderPage order_page(const base::OrgId& org, const OrderQuestion& question, const std::optional<OrderPlace>& behind,
                         std::size_t limit) const;
    std::map<std::string, std::int64_t> photo_counts(const base::OrgId& org) const;
    base::Result<OrderFile> order(const base::OrgId& org, const std::string& number) const;  // repairs.order.unknown
    // Refuses repairs.actor.not_permitted, .equipment.unknown, what check(Order) and photos refuse.
    base::Result<Order> report(const base::Actor& actor, const NewOrder& asked);
    // What is done to an order, named as it was seen. Refuse repairs.actor.not_permitted, .order.unknown, .changed
    // {number}, and what the core refuses. Who repaired it does not accept it: .order.own_repair. Who reported it and
    // whoever works on it may cancel.
    base::Result<void> review(const base::Actor& actor, const std::string& number, std::int64_t version,
                              bool is_accepted, const std::string& reason);
    base::Result<void> pause(const base::Actor& actor, const std::string& number, std::int64_t version,
                             PauseReason reason, const std::string& note);
    base::Result<void> resume(const base::Actor& actor, const std::string& number, std::int64_t version);
    base::Result<void> repair(const base::Actor& actor, const std::string& number, std::int64_t version,
                              const std::string& work, const std::string& unit);
    base::Result<void> accept(const base::Actor& actor, const std::string& number, std::int64_t version,
                              bool is_accepted, const std::string& reason);
    base::Result<void> cancel(const base::Actor& actor, const std::string& number, std::int64_t version,
                              const std::string& reason);
    base::Result<void> add_photos(const base::Actor& actor, const std::string& number, std::int64_t version,
                                  const std::vector<std::string>& photos);

    // Keeps the picture alone (core/picture.h). Refuses repairs.actor.not_permitted, content.file.too_large, and what
    // bare_picture refuses.
    base::Result<Photo> keep_photo(const base::Actor& actor, const std::filesystem::path& file);
    // Refuses repairs.photo.unknown, and .missing or .changed where the file is not what was kept.
    base::Result<std::pair<Photo, std::filesystem::path>> photo(const base::OrgId& org, const std::string& photo) const;

    Statistics statistics(const base::OrgId& org, base::Date first, base::Date last) const;
    // All or nothing. Refuses repairs.actor.not_permitted, .import.no_table {file}, and what reading refuses.
    base::Result<ImportOutcome> import(const base::Actor& actor, const ledgers::ImportFile& file);
    base::Result<std::size_t> write_failed(const base::Actor& actor, const std::filesystem::path& file,
                                           const spreadsheet::FailedRows& failed);
    // For measures: 报修单, 检查 (README.md). Refuses repairs.records.unknown_collection and .nothing_recorded.
    base::Result<base::Records> records(const base::OrgId& org, const std::string& collection) const;

private:
    base::Result<Order> to_change(const base::Actor& actor, const std::string& number, std::int64_t version,
                                  const std::string& permission) const;
    base::Result<void> put(const base::Actor& actor, const Order& before, const Order& order, const char* action,
                           const std::string& reason);
    base::Result<void> require_photos(const base::OrgId& org, const std::vector<std::string>& photos) const;
    base::Result<void> require_room(const base::OrgId& org, const std::string& room) const;
    std::vector<SpareRoom> spare_rooms(const base::OrgId& org, const Order& order) const;

    sql::Connection& db_;
    const base::Clock& clock_;
    std::filesystem::path data_;
};

// A label names its office and its equipment: <organisation>.<32 digits>. Refuses repairs.label.unknown for whatever is
// no label of ours, always the same.
struct Label {
    base::OrgId org = {};
    std::string report_code = {};
};
base::Result<Label> label_of(const std::string& code);
std::string text_of(const Label& label);

// What may be done without signing in: ask what a label stands for, and report. Refuses repairs.label.unknown,
// .order.fault_empty, .label.id_malformed, and .label.too_many {seconds} past the hour's most. A report waits until
// somebody takes it up.
base::Result<Equipment> labelled(sql::Connection& db, const std::string& code);
base::Result<Order> report_by_label(sql::Connection& db, const base::Clock& clock, const PublicReport& report);
// Adds a photo to such a report, within the hour and while nobody has taken it up: what is looked at then is looked at
// with it. The same picture sent again stays one. Refuses repairs.label.unknown, .id_malformed, .no_report,
// .photos_closed, .too_many {seconds}, repairs.photo.too_many {most}, and what bare_picture refuses.
base::Result<LabelPhotos> photo_by_label(sql::Connection& db, const base::Clock& clock,
                                         const std::filesystem::path& data, const PublicPhoto& said);

}  // namespace repairs
