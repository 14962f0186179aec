// SPDX-License-Identifier: Apache-2.0
// Photos to a report by label, without signing in. A photo follows its report and never comes before it: what is not
// reported keeps no file, and the limits of reports hold for photos too.
#include <algorithm>

#include "base/sm3.h"
#include "identity/identity.h"
#include "repairs/repairs.h"
#include "repairs/store/equipment_store.h"
#include "repairs/use_case.h"

namespace repairs {

using base::ErrorKind;
using base::fail;

namespace {

// The report that may still have photos.
base::Result<Order> open_report(sql::Connection& db, const base::Clock& clock, const base::OrgId& org,
                                const PublicPhoto& said)
{
    if (!is_report_id(said.id)) return fail(ErrorKind::invalid, "repairs.label.id_malformed");
    TRY_ASSIGN(const Equipment equipment, labelled(db, said.code));
    auto order = OrderStore{db, org}.of_identity(Source::qr, said.id);
    if (!order || order->equipment != equipment.code) return fail(ErrorKind::not_found, "repairs.label.no_report");
    if (order->state != State::submitted || order->reported + label_span <= clock.seconds_since_1970())
        return fail(ErrorKind::conflict, "repairs.label.photos_closed");
    return *std::move(order);
}

base::Result<void> require_space(const OrderStore& store, std::size_t photos, Second now)
{
    if (photos >= most_photos_of_a_report)
        return fail(ErrorKind::invalid, "repairs.photo.too_many", {{"most", std::to_string(most_photos_of_a_report)}});
    if (store.photos_of_reports_since(now - label_span) >= most_label_photos_of_an_office)
        return fail(ErrorKind::conflict, "repairs.label.too_many", {{"seconds", std::to_string(label_span)}});
    return {};
}

}  // namespace

base::Result<LabelPhotos> photo_by_label(sql::Connection& db, const base::Clock& clock,
                                         const std::filesystem::path& data, const PublicPhoto& said)
{
    TRY_ASSIGN(const Label label, label_of(said.code));
    // Who has no report has no file read.
    TRY(open_report(db, clock, label.org, said));
    TRY_ASSIGN(const std::string picture, picture_in(said.file));
    sql::Transaction transaction{db};
    lock_numbers(db, label.org);
    TRY_ASSIGN(const Order order, open_report(db, clock, label.org, said));
    OrderStore store{db, label.org};
    const std::vector<Photo> before = store.photos(order.number);
    const auto count = static_cast<std::int64_t>(before.size());
    const std::string digest = base::sm3(picture);
    if (std::any_of(before.begin(), before.end(), [&](const Photo& one) { return one.digest == digest; }))
        return LabelPhotos{order.number, count};
    TRY(require_space(store, before.size(), clock.seconds_since_1970()));
    // In here, though it waits for the disk: outside, whatever is refused would leave its file.
    const Photo photo = kept(picture, data, clock, label_reporter);
    store.add(photo);
    // Somebody took it up in this moment.
    if (!store.change(order)) return fail(ErrorKind::conflict, "repairs.label.photos_closed");
    store.attach(order.number, {photo.photo});
    store.add_step(order.number, {"photographed", photo.at_ms, label_reporter, ""});
    identity::record(db, label_actor(label.org), clock,
                     {"repairs.order.photographed", order.number, photo.photo, std::nullopt, photo.digest});
    transaction.commit();
    return LabelPhotos{order.number, count + 1};
}

}  // namespace repairs
