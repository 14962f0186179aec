// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "base/result.h"
#include "premises/core/area_approval.h"

namespace premises {

// Reads what a unit's approved area depends on from a table with the columns 项目 and 数量: 单位, 机关级别, one row for
// each rank with its posts, and as far as there are 就餐人数, 汽车位, 自行车, 电动车和摩托车, 警卫人数, 人防面积, 建筑
// (多层, 高层). Refuses premises.standard.table_missing, .row_unreadable {place, text}, .row_twice {place, item},
// .level_missing and what spreadsheet::Workbook refuses; all with the argument file.
base::Result<Establishment> read_establishment(const std::filesystem::path& path);

}  // namespace premises
