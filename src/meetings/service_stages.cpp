// SPDX-License-Identifier: Apache-2.0
// 检查单: ticked item by item, signed off once.
#include <algorithm>

#include "identity/identity.h"
#include "meetings/checklist_files.h"
#include "meetings/service.h"
#include "meetings/use_case.h"

namespace meetings {

using base::ErrorKind;
using base::fail;

namespace {

// The key of what is written refused it: somebody on another server was quicker.
base::Error beaten(Stage stage)
{
    return {
        ErrorKind::conflict, "meetings.service.changed", {{"stage", std::string{base::named(stages, stage).chinese}}}};
}

const Checklist& list_of(const Booking& booking)
{
    return checklist_on(shipped_checklists(), day_of(booking.span.from));
}

}  // namespace

std::vector<StageFile> Service::stages_of_booking(const base::OrgId& org, const Booking& booking) const
{
    const ServiceStore store{db_, org};
    return stage_files(booking, list_of(booking), store.answers(booking.number), store.signatures(booking.number),
                       clock_.milliseconds_since_1970());
}

base::Result<StagesFile> Service::stages(const base::Actor& actor, const std::string& number) const
{
    TRY_ASSIGN(Booking booking, to_see(actor, number));
    StagesFile file;
    file.room = room_of(actor.org, booking);
    file.list = list_of(booking).title;
    file.stages = stages_of_booking(actor.org, booking);
    file.booking = std::move(booking);
    return file;
}

base::Result<void> Service::at_stage(
    const base::Actor& actor, const std::string& number, Stage stage, const std::string& action,
    const std::function<base::Result<std::string>(const Booking&, const StageFile&)>& act)
{
    TRY(require_permission(actor, "meetings.serve"));
    sql::Transaction transaction{db_};
    lock_service(db_, actor.org, number);
    TRY_ASSIGN(const Booking booking, to_see(actor, number));
    const std::vector<StageFile> files = stages_of_booking(actor.org, booking);
    const auto file =
        std::find_if(files.begin(), files.end(), [&](const StageFile& one) { return one.stage == stage; });
    const std::string word{base::named(meetings::stages, stage).word};
    if (file == files.end()) return fail(ErrorKind::not_found, "meetings.service.stage_unknown", {{"stage", word}});
    TRY_ASSIGN(const std::string what, act(booking, *file));
    identity::record(db_, actor, clock_, {"meetings.service." + action, number, word + what});
    transaction.commit();
    return {};
}

base::Result<void> Service::answer(const base::Actor& actor, const std::string& number, Stage stage,
                                   const NewAnswer& asked)
{
    const auto add = [&](const Booking& booking, const StageFile& file) -> base::Result<std::string> {
        TRY_ASSIGN(const Answer answer, answered(booking, file, asked, actor.name, clock_.milliseconds_since_1970()));
        if (!ServiceStore{db_, actor.org}.add(number, answer)) return tl::unexpected<base::Error>(beaten(stage));
        return " " + answer.item + " " + std::string{base::named(outcomes, answer.outcome).word};
    };
    return at_stage(actor, number, stage, "answer", add);
}

base::Result<void> Service::sign_off(const base::Actor& actor, const std::string& number, Stage stage,
                                     std::int64_t version)
{
    const auto sign = [&](const Booking& booking, const StageFile& file) -> base::Result<std::string> {
        const auto room = room_of(actor.org, booking);
        const std::string place = room ? room->name : booking.venue;
        TRY_ASSIGN(const SignOff signature,
                   signed_off(booking, place, file, version, actor.name, clock_.milliseconds_since_1970()));
        if (!ServiceStore{db_, actor.org}.add(number, signature)) return tl::unexpected<base::Error>(beaten(stage));
        return "";
    };
    return at_stage(actor, number, stage, "sign_off", sign);
}

}  // namespace meetings
