// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>

#include "identity/identity.h"
#include "indicators/tests/sample_year.h"
#include "sql/tests/each_engine.h"

namespace indicators {

// The sample year in a database of each engine, with a data folder of its own.
class SampleOffice : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), closing::migrations(), migrations()};
    }

    void SetUp() override
    {
        EachEngine::SetUp();
        if (IsSkipped()) return;
        data = std::filesystem::temp_directory_path() / ("mingji-" + base::new_uuid(base::SystemClock{}));
        std::filesystem::create_directories(data);
        actor.org =
            identity::Organisations{*db, clock}.create(actor, {base::OrgId{"o1"}, "示例中心", "420112", "示例区"})->id;
    }
    void TearDown() override
    {
        std::filesystem::remove_all(data);
        EachEngine::TearDown();
    }

    Indicators facade() { return {*db, clock, data}; }
    indicators::Run evaluated()
    {
        if (facade().targets(actor.org, {2024}).empty()) {
            EXPECT_TRUE(facade().import_targets(actor, {2024}, SampleYear::import())->stored);
        }
        return facade().evaluate(actor, SampleYear::request(), year.source(), hubei(), "rules digest").value();
    }
    base::Actor without(const std::string& permission) const
    {
        base::Actor guest = actor;
        guest.unrestricted = false;
        guest.permissions = {"indicators.edit", "indicators.sign", "indicators.evaluate", "indicators.import"};
        guest.permissions.erase(permission);
        return guest;
    }
    std::filesystem::path file(const std::string& name, const std::string& text)
    {
        std::ofstream{data / name} << text;
        return data / name;
    }
    std::vector<identity::AuditRecord> audit() { return identity::Organisations{*db, clock}.audit(actor.org); }

    SampleYear year;
    std::filesystem::path data;
    base::FixedClock clock{1'736'899'200'000};  // 2025-01-15
    base::Actor actor{base::OrgId{}, "tester", "test", {}, true};
};

}  // namespace indicators
