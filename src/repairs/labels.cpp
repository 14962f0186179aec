// SPDX-License-Identifier: Apache-2.0
// Reports by the label of a piece of equipment, without signing in: few, and nothing happens before somebody takes one
// up. They are counted in the database and not by http::Quota: each leaves an order, so that a server that starts anew
// must not let an office have as many again, and what counts is what stands, in the transaction that adds it.
#include "base/random.h"
#include "base/sm3.h"
#include "identity/identity.h"
#include "repairs/repairs.h"
#include "repairs/store/equipment_store.h"
#include "repairs/use_case.h"

namespace repairs {

using base::ErrorKind;
using base::fail;

namespace {

constexpr std::size_t digits_of_code = 32;
constexpr std::size_t letters_of_org = 36;

base::Error unknown_label()
{
    return {ErrorKind::not_found, "repairs.label.unknown"};
}

}  // namespace

bool is_report_id(const std::string& text)
{
    return text.size() == digits_of_code && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::string text_of(const Label& label)
{
    return label.org.text() + "." + label.report_code;
}

base::Result<Label> label_of(const std::string& code)
{
    const bool is_one = code.size() == letters_of_org + 1 + digits_of_code && code[letters_of_org] == '.';
    if (!is_one || !is_report_id(code.substr(letters_of_org + 1))) return tl::unexpected<base::Error>(unknown_label());
    return Label{base::OrgId{code.substr(0, letters_of_org)}, code.substr(letters_of_org + 1)};
}

base::Result<Equipment> labelled(sql::Connection& db, const std::string& code)
{
    TRY_ASSIGN(const Label label, label_of(code));
    auto found = EquipmentStore{db, label.org}.of_report_code(label.report_code);
    if (!found) return tl::unexpected<base::Error>(unknown_label());
    return *std::move(found);
}

base::Result<Order> report_by_label(sql::Connection& db, const base::Clock& clock, const PublicReport& report)
{
    TRY_ASSIGN(const Label label, label_of(report.code));
    if (!is_report_id(report.id)) return fail(ErrorKind::invalid, "repairs.label.id_malformed");
    sql::Transaction transaction{db};
    lock_numbers(db, label.org);
    TRY_ASSIGN(const Equipment equipment, labelled(db, report.code));
    OrderStore store{db, label.org};
    if (auto known = store.of_identity(Source::qr, report.id)) return *std::move(known);
    Order order;
    order.equipment = equipment.code;
    order.room = equipment.room;
    order.place = equipment.place;
    order.fault = report.fault;
    order.contact = report.contact;
    order.source = Source::qr;
    order.state = State::submitted;
    order.reported = clock.seconds_since_1970();
    order.reported_by = label_reporter;
    order.identity = report.id;
    TRY(check(order));
    if (store.reported_since(order.reported - label_span, equipment.code) >= most_reports_of_a_label ||
        store.reported_since(order.reported - label_span, "") >= most_reports_of_an_office)
        return fail(ErrorKind::conflict, "repairs.label.too_many", {{"seconds", std::to_string(label_span)}});
    order = store.add(std::move(order), {});
    store.add_step(order.number, {"reported", clock.milliseconds_since_1970(), label_reporter, ""});
    identity::record(db, label_actor(label.org), clock,
                     {"repairs.order.report", order.number, order.fault, std::nullopt, base::sm3(order.fault)});
    transaction.commit();
    return order;
}

}  // namespace repairs
