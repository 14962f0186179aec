// SPDX-License-Identifier: Apache-2.0
#include "app/serve/upkeep.h"

#include "app/tests/served.h"
#include "identity/audit.h"
#include "sql/tests/each_engine.h"

namespace app {
namespace {

class UpkeepTest : public sql::EachEngine {
protected:
    std::vector<std::span<const sql::Migration>> slices() const override { return schema(); }
};

// Whatever was recorded while the server ran is linked and noted when it stops.
TEST_P(UpkeepTest, LeavesNothingUnsealedBehind)
{
    db.reset();
    Served served{target()};
    const base::OrgId unit = served.add_org("unit");
    served.add_person(unit, "li");
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("upkeep" + base::random_hex(4));
    {
        const Upkeep upkeep{served.database(), served.clock, folder};
        served.add_person(unit, "wang");
    }
    const auto lease = served.database().lease();
    const identity::Verification result =
        identity::AuditTrail{*lease, served.clock}.verify(unit, identity::CheckpointFile{folder});
    EXPECT_FALSE(result.fault);
    EXPECT_EQ(result.sealed, 3);
    EXPECT_EQ(result.unsealed, 0);
    EXPECT_GE(result.checkpoints, 1);
    std::filesystem::remove_all(folder);
}

MINGJI_EACH_ENGINE(UpkeepTest);

}  // namespace
}  // namespace app
