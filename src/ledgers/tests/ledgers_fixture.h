// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/identity.h"
#include "ledgers/ledgers.h"
#include "ledgers/tests/register_file.h"
#include "sql/tests/each_engine.h"

namespace ledgers {

// One organisation without registers, on each engine, and a folder for its workbooks.
class LedgersFixture : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override
    {
        return {identity::migrations(), closing::migrations(), migrations()};
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

    Ledgers ledgers() { return {*db, clock}; }

    base::FixedClock clock{1'704'067'200'000};
    base::Actor actor{base::OrgId{}, "tester", "test", {}, true};
    TestFolder folder;
};

}  // namespace ledgers
