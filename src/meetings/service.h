// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/records.h"
#include "base/result.h"
#include "meetings/core/room.h"
#include "meetings/core/service.h"
#include "meetings/core/service_checklist.h"
#include "meetings/core/service_notice.h"
#include "sql/connection.h"

namespace meetings {

struct SheetFile {
    Booking booking = {};
    std::optional<Room> room = {};
    ServiceSheet sheet = {};
    bool may_change = false;  // who asks, and until the meeting is over
};

struct StagesFile {
    Booking booking = {};
    std::optional<Room> room = {};
    std::string list = {};  // the title of the checklists
    std::vector<StageFile> stages = {};
};

// A meeting on the board of its day. Without a file for those who may see neither sheet nor checklists.
struct DayMeeting {
    Booking booking = {};
    std::optional<Room> room = {};
    struct Service {
        std::vector<StageFile> stages = {};
        ServiceSheet sheet = {};
    };
    std::optional<Service> service = {};
};

struct NoticeFile {
    Notice notice = {};
    Booking booking = {};
};

struct NoticePage {
    std::vector<NoticeFile> files = {};
    bool has_more = false;
    std::int64_t total = 0;  // of what was asked for
    std::int64_t open = 0;
};

struct NoticeFilter {
    bool with_acknowledged = false;
    std::string before = {};  // the id of the last one on the page before
    std::int64_t most = 50;
};

struct ServiceAccount {
    std::string account = {};
    std::string name = {};
};

// Who prints a paper, and when: what the pages of a confidential meeting are marked with.
struct Print {
    std::string name = {};  // of the person
    std::int64_t at_ms = 0;
    std::optional<std::string> mark = {};  // of a confidential meeting
};

// What a meeting needs and what is looked at before, during and after it. Permissions: meetings.serve (checklists, any
// sheet); who asked for the meeting and who is named on its sheet may change the sheet, too. Of a confidential meeting
// all of it is for who asked and for holders of meetings.confidential: meetings.service.confidential {number}. Every
// change is one audit record in its transaction, and in it a notice to those whom it concerns.
class Service {
public:
    Service(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // Refuse meetings.booking.unknown, meetings.service.confidential.
    base::Result<SheetFile> sheet(const base::Actor& actor, const std::string& number) const;
    base::Result<StagesFile> stages(const base::Actor& actor, const std::string& number) const;

    // Who was told. The sheet names the version that it was made from; the names of accounts are those of their
    // persons. Refuses .not_yours {number}, .sheet_changed {number}, .account_unknown {account}, what
    // check(ServiceSheet) and require_changeable() refuse.
    base::Result<std::vector<Told>> change(const base::Actor& actor, const std::string& number, ServiceSheet sheet);
    // Refuse meetings.actor.not_permitted, meetings.service.stage_unknown {stage} (保密检查 of an open meeting), and
    // what answered() and signed_off() refuse. What was answered in the same moment by somebody else is refused, too.
    base::Result<void> answer(const base::Actor& actor, const std::string& number, Stage stage,
                              const NewAnswer& answer);
    base::Result<void> sign_off(const base::Actor& actor, const std::string& number, Stage stage, std::int64_t version);
    // Printing is audited, of which paper.
    base::Result<Print> print(const base::Actor& actor, const std::string& number, const std::string& paper);

    // Approved meetings of a day by their beginning.
    std::vector<DayMeeting> day(const base::Actor& actor, base::Date day) const;
    std::vector<ServiceAccount> staff(const base::OrgId& org) const;  // by account

    // The latest first.
    NoticePage notices(const base::Actor& actor, const NoticeFilter& filter) const;
    // Refuses meetings.notice.unknown {id} (also somebody else's), .acknowledged_before.
    base::Result<NoticeFile> acknowledge(const base::Actor& actor, const std::string& id);

    // For measures: 服务 (README.md). Refuses meetings.records.nothing_recorded.
    base::Result<base::Records> records(const base::OrgId& org) const;

private:
    base::Result<Booking> to_see(const base::Actor& actor, const std::string& number) const;
    std::optional<Room> room_of(const base::OrgId& org, const Booking& booking) const;
    std::vector<StageFile> stages_of_booking(const base::OrgId& org, const Booking& booking) const;
    // What is done to a stage, in one transaction, one after the other; `act` says what it did.
    base::Result<void> at_stage(const base::Actor& actor, const std::string& number, Stage stage,
                                const std::string& action,
                                const std::function<base::Result<std::string>(const Booking&, const StageFile&)>& act);

    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace meetings
