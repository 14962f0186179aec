// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/period.h"
#include "cli/program.h"
#include "indicators/indicators.h"

namespace app {

// Where measures find their records: 台账:<name of a register>, 预算:支付 项目 文件 服务期, 办公用房:房屋 土地 面积
// 房间 登记.
// Refuses app.source.unknown and what the slices refuse.
indicators::FactSource sources_of(const cli::Office& office, base::FiscalYear year);

}  // namespace app
