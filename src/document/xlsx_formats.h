// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <tuple>

#include <xlsxwriter.h>

#include "document/document.h"

namespace document {

// The cell formats of a workbook, each made once.
class Formats {
public:
    explicit Formats(lxw_workbook* workbook) : workbook_{workbook} {}

    lxw_format* title();
    lxw_format* of(const TableCell& cell);

private:
    lxw_workbook* workbook_;
    lxw_format* title_ = nullptr;
    // header, bold, missing, alignment, number format
    std::map<std::tuple<bool, bool, bool, Align, std::string>, lxw_format*> formats_;
};

}  // namespace document
