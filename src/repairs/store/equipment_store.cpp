// SPDX-License-Identifier: Apache-2.0
#include "repairs/store/equipment_store.h"

namespace repairs {

namespace {

Equipment equipment_of(const sql::Row& row)
{
    Equipment equipment;
    equipment.code = row.text("code");
    equipment.name = row.text("name");
    equipment.kind = row.text("kind");
    equipment.room = row.text("room");
    equipment.place = row.text("place");
    equipment.model = row.text("model");
    equipment.since = row.date_if("since");
    equipment.is_active = row.integer("is_active") == 1;
    equipment.note = row.text("note");
    equipment.version = row.integer("version");
    return equipment;
}

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::string joined_lines(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}

}  // namespace

std::vector<Equipment> EquipmentStore::read(std::string_view condition, sql::Parameters more) const
{
    constexpr std::string_view select = R"(
        SELECT code, name, kind, room, place, model, since, is_active, note, version
          FROM repairs_equipment
         WHERE org_id = :org_id)";
    more.insert(more.begin(), {"org_id", org_});
    std::vector<Equipment> found;
    db_.each(std::string{select} + std::string{condition} + " ORDER BY room, place, code", more,
             [&](const sql::Row& row) { found.push_back(equipment_of(row)); });
    return found;
}

std::vector<Equipment> EquipmentStore::all() const
{
    return read("", {});
}

std::optional<Equipment> EquipmentStore::find(const std::string& code) const
{
    auto found = read(" AND code = :code", {{"code", code}});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<Equipment> EquipmentStore::of_report_code(const std::string& report_code) const
{
    auto found = read(" AND report_code = :report_code AND is_active = 1", {{"report_code", report_code}});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::string EquipmentStore::report_code(const std::string& code) const
{
    constexpr std::string_view select = R"(
        SELECT report_code FROM repairs_equipment WHERE org_id = :org_id AND code = :code)";
    return db_.query(select, {{"org_id", org_}, {"code", code}}).front().text("report_code");
}

std::map<std::string, std::string> EquipmentStore::report_codes() const
{
    constexpr std::string_view select = R"(
        SELECT code, report_code FROM repairs_equipment WHERE org_id = :org_id AND is_active = 1)";
    std::map<std::string, std::string> codes;
    for (const auto& row : db_.query(select, {{"org_id", org_}})) codes[row.text("code")] = row.text("report_code");
    return codes;
}

sql::Parameters EquipmentStore::parameters_of(const Equipment& equipment) const
{
    return {{"org_id", org_},           {"code", equipment.code},      {"name", equipment.name},
            {"kind", equipment.kind},   {"room", equipment.room},      {"place", equipment.place},
            {"model", equipment.model}, {"since", equipment.since},    {"is_active", equipment.is_active ? 1 : 0},
            {"note", equipment.note},   {"version", equipment.version}};
}

void EquipmentStore::add(const Equipment& equipment, const std::string& report_code)
{
    constexpr std::string_view insert = R"(
        INSERT INTO repairs_equipment (org_id, code, name, kind, room, place, model, since, is_active, note, report_code,
                                       version)
        VALUES (:org_id, :code, :name, :kind, :room, :place, :model, :since, :is_active, :note, :report_code, :version))";
    sql::Parameters parameters = parameters_of(equipment);
    parameters.emplace_back("report_code", report_code);
    db_.execute(insert, parameters);
}

bool EquipmentStore::change(const Equipment& equipment)
{
    constexpr std::string_view update = R"(
        UPDATE repairs_equipment
           SET name = :name, kind = :kind, room = :room, place = :place, model = :model, since = :since,
               is_active = :is_active, note = :note, version = version + 1
         WHERE org_id = :org_id AND code = :code AND version = :version)";
    return db_.execute(update, parameters_of(equipment)) == 1;
}

void EquipmentStore::renew(const std::string& code, const std::string& report_code)
{
    constexpr std::string_view update = R"(
        UPDATE repairs_equipment SET report_code = :report_code WHERE org_id = :org_id AND code = :code)";
    db_.execute(update, {{"org_id", org_}, {"code", code}, {"report_code", report_code}});
}

std::vector<Plan> EquipmentStore::read_plans(std::string_view condition, sql::Parameters more) const
{
    constexpr std::string_view select = R"(
        SELECT code, name, kind, every_days, first_day, items, is_active, version
          FROM repairs_plan
         WHERE org_id = :org_id)";
    more.insert(more.begin(), {"org_id", org_});
    std::vector<Plan> found;
    db_.each(std::string{select} + std::string{condition} + " ORDER BY code", more, [&](const sql::Row& row) {
        found.push_back({row.text("code"), row.text("name"), row.text("kind"), row.integer("every_days"),
                         row.date("first_day"), lines_of(row.text("items")), row.integer("is_active") == 1,
                         row.integer("version")});
    });
    return found;
}

std::vector<Plan> EquipmentStore::plans() const
{
    return read_plans("", {});
}

std::optional<Plan> EquipmentStore::plan(const std::string& code) const
{
    auto found = read_plans(" AND code = :code", {{"code", code}});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

sql::Parameters EquipmentStore::parameters_of(const Plan& plan) const
{
    return {{"org_id", org_},
            {"code", plan.code},
            {"name", plan.name},
            {"kind", plan.kind},
            {"every_days", plan.every_days},
            {"first_day", plan.first_day},
            {"items", joined_lines(plan.items)},
            {"is_active", plan.is_active ? 1 : 0},
            {"version", plan.version}};
}

void EquipmentStore::add(const Plan& plan)
{
    constexpr std::string_view insert = R"(
        INSERT INTO repairs_plan (org_id, code, name, kind, every_days, first_day, items, is_active, version)
        VALUES (:org_id, :code, :name, :kind, :every_days, :first_day, :items, :is_active, :version))";
    db_.execute(insert, parameters_of(plan));
}

bool EquipmentStore::change(const Plan& plan)
{
    constexpr std::string_view update = R"(
        UPDATE repairs_plan
           SET name = :name, kind = :kind, every_days = :every_days, first_day = :first_day, items = :items,
               is_active = :is_active, version = version + 1
         WHERE org_id = :org_id AND code = :code AND version = :version)";
    return db_.execute(update, parameters_of(plan)) == 1;
}

std::map<std::pair<std::string, std::string>, base::Date> EquipmentStore::last_days() const
{
    constexpr std::string_view select = R"(
        SELECT equipment, plan, MAX(day) AS day FROM repairs_inspection WHERE org_id = :org_id GROUP BY equipment, plan)";
    std::map<std::pair<std::string, std::string>, base::Date> days;
    for (const auto& row : db_.query(select, {{"org_id", org_}}))
        days.emplace(std::pair{row.text("equipment"), row.text("plan")}, row.date("day"));
    return days;
}

std::vector<Inspection> EquipmentStore::inspections(const std::string& number) const
{
    constexpr std::string_view select = R"(
        SELECT n.number, n.equipment, n.plan, n.day, n.by_whom, n.at_ms, i.item, i.result, i.note, i.order_number, i.place
          FROM repairs_inspection n
          JOIN repairs_item i ON i.org_id = n.org_id AND i.inspection = n.number
         WHERE n.org_id = :org_id AND (:number = '' OR n.number = :number)
         ORDER BY n.day DESC, n.number DESC, i.place)";
    constexpr std::string_view photos = R"(
        SELECT inspection, item, photo FROM repairs_item_photo
         WHERE org_id = :org_id AND (:number = '' OR inspection = :number)
         ORDER BY inspection, item, place)";
    const sql::Parameters which{{"org_id", org_}, {"number", number}};
    std::map<std::pair<std::string, std::int64_t>, std::vector<std::string>> photos_of;
    for (const auto& row : db_.query(photos, which))
        photos_of[{row.text("inspection"), row.integer("item")}].push_back(row.text("photo"));
    std::vector<Inspection> found;
    for (const auto& row : db_.query(select, which)) {
        if (found.empty() || found.back().number != row.text("number"))
            found.push_back({row.text("number"),
                             row.text("equipment"),
                             row.text("plan"),
                             row.date("day"),
                             row.text("by_whom"),
                             row.integer("at_ms"),
                             {}});
        found.back().items.push_back({row.text("item"), base::of_word(results, row.text("result")).value(),
                                      row.text("note"), photos_of[{row.text("number"), row.integer("place")}],
                                      row.text_if("order_number").value_or("")});
    }
    return found;
}

std::string EquipmentStore::next_number(int year) const
{
    constexpr std::string_view last = R"(
        SELECT COALESCE(MAX(serial), 0) AS last FROM repairs_inspection WHERE org_id = :org_id AND year = :year)";
    const std::int64_t serial = db_.query(last, {{"org_id", org_}, {"year", year}}).front().integer("last") + 1;
    std::string digits = std::to_string(serial);
    if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
    return "JC" + std::to_string(year) + "-" + digits;
}

void EquipmentStore::add(const Inspection& inspection)
{
    constexpr std::string_view insert = R"(
        INSERT INTO repairs_inspection (org_id, number, year, serial, equipment, plan, day, by_whom, at_ms)
        VALUES (:org_id, :number, :year,
                (SELECT COALESCE(MAX(n.serial), 0) + 1 FROM repairs_inspection n WHERE n.org_id = :org_id AND n.year = :year),
                :equipment, :plan, :day, :by_whom, :at_ms))";
    db_.execute(insert, {{"org_id", org_},
                         {"number", inspection.number},
                         {"year", inspection.day.year()},
                         {"equipment", inspection.equipment},
                         {"plan", inspection.plan},
                         {"day", inspection.day},
                         {"by_whom", inspection.by},
                         {"at_ms", inspection.at_ms}});
    for (std::size_t at = 0; at < inspection.items.size(); ++at) add_item(inspection, at);
}

void EquipmentStore::add_item(const Inspection& inspection, std::size_t at)
{
    constexpr std::string_view insert = R"(
        INSERT INTO repairs_item (org_id, inspection, place, item, result, note, order_number)
        VALUES (:org_id, :inspection, :place, :item, :result, :note, :order_number))";
    constexpr std::string_view insert_photo = R"(
        INSERT INTO repairs_item_photo (org_id, inspection, item, photo, place)
        VALUES (:org_id, :inspection, :item, :photo, :place))";
    const Item& item = inspection.items[at];
    const auto place = static_cast<std::int64_t>(at);
    db_.execute(insert, {{"org_id", org_},
                         {"inspection", inspection.number},
                         {"place", place},
                         {"item", item.item},
                         {"result", std::string{base::named(results, item.result).word}},
                         {"note", item.note},
                         {"order_number", sql::text_or_null(item.order)}});
    for (std::size_t i = 0; i < item.photos.size(); ++i)
        db_.execute(insert_photo, {{"org_id", org_},
                                   {"inspection", inspection.number},
                                   {"item", place},
                                   {"photo", item.photos[i]},
                                   {"place", static_cast<std::int64_t>(i)}});
}

}  // namespace repairs
