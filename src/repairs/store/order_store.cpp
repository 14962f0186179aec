// SPDX-License-Identifier: Apache-2.0
#include "repairs/store/order_store.h"

#include "repairs/core/statistics.h"

namespace repairs {

namespace {

constexpr std::string_view select_orders = R"(
    SELECT o.number, o.equipment, o.room, o.place, o.fault, o.source, o.state, o.reported, o.reported_by, o.contact,
           o.repaired, o.repaired_by, o.work, o.reason, o.identity, o.version
      FROM repairs_order o
      LEFT JOIN repairs_equipment e ON e.org_id = o.org_id AND e.code = o.equipment
     WHERE o.org_id = :org_id)";
constexpr std::string_view latest_first = " ORDER BY o.reported DESC, o.number DESC";

Order order_of(const sql::Row& row)
{
    Order order;
    order.number = row.text("number");
    order.equipment = row.text_if("equipment").value_or("");
    order.room = row.text("room");
    order.place = row.text("place");
    order.fault = row.text("fault");
    order.source = base::of_word(sources, row.text("source")).value();
    order.state = base::of_word(states, row.text("state")).value();
    order.reported = row.integer("reported");
    order.reported_by = row.text("reported_by");
    order.contact = row.text("contact");
    order.repaired = row.integer_if("repaired");
    order.repaired_by = row.text("repaired_by");
    order.work = row.text("work");
    order.reason = row.text("reason");
    order.identity = row.text("identity");
    order.version = row.integer("version");
    return order;
}

Photo photo_of(const sql::Row& row)
{
    return {row.text("photo"), row.text("digest"),  row.integer("bytes"),
            row.text("type"),  row.text("by_whom"), row.integer("at_ms")};
}

}  // namespace

std::vector<Order> OrderStore::read(const std::string& text, const sql::Parameters& parameters) const
{
    constexpr std::string_view pauses = R"(
        SELECT order_number, starts, ends, reason, note FROM repairs_pause WHERE org_id = :org_id ORDER BY starts)";
    constexpr std::string_view pauses_of_one = R"(
        SELECT order_number, starts, ends, reason, note FROM repairs_pause
         WHERE org_id = :org_id AND order_number = :number
         ORDER BY starts)";
    std::vector<Order> found;
    db_.each(text, parameters, [&](const sql::Row& row) { found.push_back(order_of(row)); });
    if (found.empty()) return found;
    std::map<std::string, std::vector<Pause>> by_order;
    const bool is_one = found.size() == 1;
    sql::Parameters which{{"org_id", org_}};
    if (is_one) which.emplace_back("number", found.front().number);
    for (const auto& row : db_.query(is_one ? pauses_of_one : pauses, which))
        by_order[row.text("order_number")].push_back({row.integer("starts"), row.integer_if("ends"),
                                                      base::of_word(pause_reasons, row.text("reason")).value(),
                                                      row.text("note")});
    for (Order& order : found) order.pauses = by_order[order.number];
    return found;
}

std::vector<Order> OrderStore::list(const OrderQuestion& question) const
{
    const sql::Where where = where_of(select_orders, org_, question);
    return read(where.text(latest_first), where.parameters());
}

std::vector<Order> OrderStore::page(const OrderQuestion& question, const std::optional<OrderPlace>& behind,
                                    std::size_t most) const
{
    sql::Where where = where_of(select_orders, org_, question);
    if (behind)
        where.with("(o.reported, o.number) < (:reported, :number)",
                   {{"reported", behind->reported}, {"number", behind->number}});
    sql::Parameters parameters = where.parameters();
    parameters.emplace_back("most", static_cast<std::int64_t>(most));
    return read(where.text(std::string{latest_first} + " LIMIT :most"), parameters);
}

std::int64_t OrderStore::count(const OrderQuestion& question) const
{
    constexpr std::string_view select = R"(
        SELECT COUNT(*) AS orders
          FROM repairs_order o
          LEFT JOIN repairs_equipment e ON e.org_id = o.org_id AND e.code = o.equipment
         WHERE o.org_id = :org_id)";
    const sql::Where where = where_of(select, org_, question);
    return db_.query(where.text(), where.parameters()).front().integer("orders");
}

std::optional<Order> OrderStore::find(const std::string& number) const
{
    auto found = read(std::string{select_orders} + " AND o.number = :number", {{"org_id", org_}, {"number", number}});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<Order> OrderStore::of_identity(Source source, const std::string& identity) const
{
    auto found =
        read(std::string{select_orders} + " AND o.source = :source AND o.identity = :identity",
             {{"org_id", org_}, {"source", std::string{base::named(sources, source).word}}, {"identity", identity}});
    if (identity.empty() || found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::int64_t OrderStore::reported_since(Second from, const std::string& equipment) const
{
    constexpr std::string_view count = R"(
        SELECT COUNT(*) AS reports FROM repairs_order
         WHERE org_id = :org_id AND source = 'qr' AND reported > :from AND (:equipment = '' OR equipment = :equipment))";
    return db_.query(count, {{"org_id", org_}, {"from", from}, {"equipment", equipment}}).front().integer("reports");
}

sql::Parameters OrderStore::parameters_of(const Order& order) const
{
    return {{"org_id", org_},
            {"number", order.number},
            {"equipment", sql::text_or_null(order.equipment)},
            {"room", order.room},
            {"place", order.place},
            {"fault", order.fault},
            {"reported", order.reported},
            {"state", std::string{base::named(states, order.state).word}},
            {"repaired", order.repaired},
            {"repaired_by", order.repaired_by},
            {"work", order.work},
            {"reason", order.reason},
            {"version", order.version}};
}

Order OrderStore::add(Order order, const std::vector<std::string>& photos)
{
    constexpr std::string_view last = R"(
        SELECT COALESCE(MAX(serial), 0) AS last FROM repairs_order WHERE org_id = :org_id AND year = :year)";
    constexpr std::string_view insert = R"(
        INSERT INTO repairs_order (org_id, number, year, serial, equipment, room, place, fault, source, state, reported,
                                   reported_by, contact, repaired, repaired_by, work, reason, identity, version)
        VALUES (:org_id, :number, :year, :serial, :equipment, :room, :place, :fault, :source, :state, :reported,
                :reported_by, :contact, :repaired, :repaired_by, :work, :reason, :identity, :version))";
    const int year = day_of(order.reported).year();
    const std::int64_t serial = db_.query(last, {{"org_id", org_}, {"year", year}}).front().integer("last") + 1;
    std::string digits = std::to_string(serial);
    if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
    order.number = "BX" + std::to_string(year) + "-" + digits;
    order.version = 1;
    sql::Parameters parameters = parameters_of(order);
    parameters.insert(parameters.end(), {{"year", year},
                                         {"serial", serial},
                                         {"source", std::string{base::named(sources, order.source).word}},
                                         {"reported_by", order.reported_by},
                                         {"contact", order.contact},
                                         {"identity", order.identity}});
    db_.execute(insert, parameters);
    put_pauses(order);
    attach(order.number, photos);
    return order;
}

bool OrderStore::change(const Order& order)
{
    constexpr std::string_view update = R"(
        UPDATE repairs_order
           SET equipment = :equipment, room = :room, place = :place, fault = :fault, reported = :reported, state = :state,
               repaired = :repaired, repaired_by = :repaired_by, work = :work, reason = :reason, version = version + 1
         WHERE org_id = :org_id AND number = :number AND version = :version)";
    if (db_.execute(update, parameters_of(order)) != 1) return false;
    put_pauses(order);
    return true;
}

void OrderStore::put_pauses(const Order& order)
{
    constexpr std::string_view remove = R"(
        DELETE FROM repairs_pause WHERE org_id = :org_id AND order_number = :number)";
    constexpr std::string_view insert = R"(
        INSERT INTO repairs_pause (org_id, order_number, starts, ends, reason, note)
        VALUES (:org_id, :number, :starts, :ends, :reason, :note))";
    db_.execute(remove, {{"org_id", org_}, {"number", order.number}});
    for (const Pause& pause : order.pauses)
        db_.execute(insert, {{"org_id", org_},
                             {"number", order.number},
                             {"starts", pause.from},
                             {"ends", pause.until},
                             {"reason", std::string{base::named(pause_reasons, pause.reason).word}},
                             {"note", pause.note}});
}

void OrderStore::add_step(const std::string& number, const Step& step)
{
    constexpr std::string_view insert = R"(
        INSERT INTO repairs_step (org_id, order_number, step, action, at_ms, by_whom, reason)
        VALUES (:org_id, :number,
                (SELECT COALESCE(MAX(s.step), 0) + 1 FROM repairs_step s
                  WHERE s.org_id = :org_id AND s.order_number = :number),
                :action, :at_ms, :by_whom, :reason))";
    db_.execute(insert, {{"org_id", org_},
                         {"number", number},
                         {"action", step.action},
                         {"at_ms", step.at_ms},
                         {"by_whom", step.by},
                         {"reason", step.reason}});
}

std::set<std::string> OrderStore::worked_on() const
{
    constexpr std::string_view select = R"(
        SELECT DISTINCT order_number FROM repairs_step WHERE org_id = :org_id AND action <> 'imported')";
    std::set<std::string> numbers;
    for (const auto& row : db_.query(select, {{"org_id", org_}})) numbers.insert(row.text("order_number"));
    return numbers;
}

std::vector<Step> OrderStore::steps(const std::string& number) const
{
    constexpr std::string_view select = R"(
        SELECT action, at_ms, by_whom, reason FROM repairs_step
         WHERE org_id = :org_id AND order_number = :number
         ORDER BY step)";
    std::vector<Step> found;
    for (const auto& row : db_.query(select, {{"org_id", org_}, {"number", number}}))
        found.push_back({row.text("action"), row.integer("at_ms"), row.text("by_whom"), row.text("reason")});
    return found;
}

void OrderStore::add(const Photo& photo)
{
    constexpr std::string_view insert = R"(
        INSERT INTO repairs_photo (org_id, photo, digest, bytes, type, by_whom, at_ms)
        VALUES (:org_id, :photo, :digest, :bytes, :type, :by_whom, :at_ms))";
    db_.execute(insert, {{"org_id", org_},
                         {"photo", photo.photo},
                         {"digest", photo.digest},
                         {"bytes", photo.bytes},
                         {"type", photo.type},
                         {"by_whom", photo.by},
                         {"at_ms", photo.at_ms}});
}

std::optional<Photo> OrderStore::photo(const std::string& photo) const
{
    constexpr std::string_view select = R"(
        SELECT photo, digest, bytes, type, by_whom, at_ms FROM repairs_photo
         WHERE org_id = :org_id AND photo = :photo)";
    const auto rows = db_.query(select, {{"org_id", org_}, {"photo", photo}});
    if (rows.empty()) return std::nullopt;
    return photo_of(rows.front());
}

std::vector<Photo> OrderStore::photos(const std::string& number) const
{
    constexpr std::string_view select = R"(
        SELECT p.photo, p.digest, p.bytes, p.type, p.by_whom, p.at_ms
          FROM repairs_order_photo o
          JOIN repairs_photo p ON p.org_id = o.org_id AND p.photo = o.photo
         WHERE o.org_id = :org_id AND o.order_number = :number
         ORDER BY o.place, o.photo)";
    std::vector<Photo> found;
    for (const auto& row : db_.query(select, {{"org_id", org_}, {"number", number}})) found.push_back(photo_of(row));
    return found;
}

std::int64_t OrderStore::photos_of_reports_since(Second from) const
{
    constexpr std::string_view count = R"(
        SELECT COUNT(*) AS photos
          FROM repairs_order o
          JOIN repairs_order_photo p ON p.org_id = o.org_id AND p.order_number = o.number
         WHERE o.org_id = :org_id AND o.source = 'qr' AND o.reported > :from)";
    return db_.query(count, {{"org_id", org_}, {"from", from}}).front().integer("photos");
}

void OrderStore::attach(const std::string& number, const std::vector<std::string>& photos)
{
    constexpr std::string_view insert = R"(
        INSERT INTO repairs_order_photo (org_id, order_number, photo, place)
        VALUES (:org_id, :number, :photo,
                (SELECT COALESCE(MAX(p.place), -1) + 1 FROM repairs_order_photo p
                  WHERE p.org_id = :org_id AND p.order_number = :number)))";
    for (const std::string& photo : photos)
        db_.execute(insert, {{"org_id", org_}, {"number", number}, {"photo", photo}});
}

std::map<std::string, std::int64_t> OrderStore::photo_counts() const
{
    constexpr std::string_view select = R"(
        SELECT order_number, COUNT(*) AS photos FROM repairs_order_photo WHERE org_id = :org_id GROUP BY order_number)";
    std::map<std::string, std::int64_t> counts;
    for (const auto& row : db_.query(select, {{"org_id", org_}}))
        counts[row.text("order_number")] = row.integer("photos");
    return counts;
}

}  // namespace repairs
