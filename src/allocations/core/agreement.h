// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "premises/core/named.h"

namespace allocations {

// What a certificate of use (分配使用凭证) is good for. Letting and business are not among it and never are
// (党政机关办公用房管理办法, 2017).
enum class Purpose { registration, household, repair_permit };
inline constexpr std::array purposes{
    premises::Named<Purpose>{Purpose::registration, "registration", "法人登记"},
    premises::Named<Purpose>{Purpose::household, "household", "集体户籍"},
    premises::Named<Purpose>{Purpose::repair_permit, "repair_permit", "大中修施工许可"}};

struct AgreedRoom {
    std::string building = {};
    std::string room = {};

    friend auto operator<=>(const AgreedRoom&, const AgreedRoom&) = default;
};

// A unit may use rooms from one day to another (使用协议).
struct Agreement {
    std::string number = {};  // 2024-0001, given by the store: by year of signing, without a gap
    std::string unit = {};
    base::Date signed_on = {};
    base::Date valid_from = {};
    base::Date valid_to = {};
    std::vector<Purpose> purposes = {};
    std::vector<AgreedRoom> rooms = {};
    std::optional<base::Date> ended_on = {};
};

// Refuses allocations.agreement.no_rooms, .room_twice {building, room}, .ends_before_start, .purpose_twice.
base::Result<void> check(const Agreement& agreement);
// Refuses allocations.agreement.ended {number, date}, .ends_before_start.
base::Result<Agreement> ended(Agreement agreement, base::Date day);

// How an agreement stands on a day; it holds with its last day, and is ending within 90 days of it.
enum class AgreementState { coming, running, ending, expired, ended };
inline constexpr std::array agreement_states{
    premises::Named<AgreementState>{AgreementState::coming, "coming", "未开始"},
    premises::Named<AgreementState>{AgreementState::running, "running", "有效"},
    premises::Named<AgreementState>{AgreementState::ending, "ending", "即将到期"},
    premises::Named<AgreementState>{AgreementState::expired, "expired", "已到期"},
    premises::Named<AgreementState>{AgreementState::ended, "ended", "已终止"}};
AgreementState state_of(const Agreement& agreement, base::Date day);
std::int64_t days_left(const Agreement& agreement, base::Date day);  // negative: so many days past

// Past its last day and not ended.
bool is_expired(const Agreement& agreement, base::Date day);

std::string agreement_number(int year, std::int64_t serial);

// What the certificate says, as its digest is taken: a changed certificate has another one.
std::string digest_of(const Agreement& agreement);
// What the QR code of both papers says: MJ-XY;number;unit;last day;digest. Who scans it holds it against the record.
std::string code_of_certificate(const Agreement& agreement);

}  // namespace allocations
