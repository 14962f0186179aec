// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/money.h"

namespace chinese {

// An amount in capitals as vouchers and contracts carry it (中国人民银行《支付结算办法》附一): 壹万零伍拾元整,
// 贰角伍分, 负叁元零伍分. An amount without fen ends with 整.
std::string capital_amount(base::Money amount);

}  // namespace chinese
