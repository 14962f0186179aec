// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "identity/identity.h"
#include "premises/premises.h"
#include "premises/tests/test_files.h"
#include "sql/tests/each_engine.h"

namespace premises {

inline Area square_metres(const std::string& text)
{
    return Area::parse(text).value();
}

inline base::Date on(const std::string& day)
{
    return base::Date::parse(day).value();
}

inline Estate parcel(const std::string& code)
{
    Estate estate;
    estate.kind = EstateKind::parcel;
    estate.code = code;
    estate.name = "示例宗地" + code;
    estate.title.status = TitleStatus::registered;
    return estate;
}

inline Estate building(const std::string& code, const std::string& area = {})
{
    Estate estate;
    estate.code = code;
    estate.name = "示例楼" + code;
    estate.unit = "示例单位";
    estate.title.status = TitleStatus::registered;
    if (!area.empty()) estate.areas.push_back({AreaSource::certificate, square_metres(area)});
    return estate;
}

inline Member member(const std::string& code, Category category, const std::string& area)
{
    Member made;
    made.code = code;
    made.unit = "示例单位" + code;
    made.category = category;
    if (!area.empty()) made.stated_area = square_metres(area);
    made.area = made.stated_area.value_or(Area{});
    return made;
}

// The code of a refusal; empty where there is none.
template <class T>
std::string code_of(const base::Result<T>& result)
{
    return result ? std::string{} : result.error().code;
}

// One organisation without premises, on each engine, on 2024-01-01, and a folder for its workbooks.
class PremisesFixture : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), migrations()};
    }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (!IsSkipped()) actor.org = organisation("示例中心");
    }

    base::OrgId organisation(const std::string& name)
    {
        return identity::Organisations{*db, clock}.create(actor, {{}, name, "420112", "示例区"})->id;
    }

    Premises premises() { return {*db, clock}; }

    std::int64_t audit_records()
    {
        return db
            ->query("SELECT COUNT(*) AS records FROM identity_audit WHERE org_id = :org_id", {{"org_id", actor.org}})
            .front()
            .integer("records");
    }

    base::FixedClock clock{1'704'067'200'000};
    base::Actor actor{base::OrgId{}, "tester", "test", {}, true};
    TestFolder folder;
};

}  // namespace premises
