// SPDX-License-Identifier: Apache-2.0
// Feeds bytes to the reader of tables of boundary points.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "geodata/coordinate_table.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    auto workbook = spreadsheet::Workbook::from_bytes({reinterpret_cast<const char*>(data), size}, "fuzz.csv");
    if (!workbook) return 0;
    const auto drawing = geodata::read_coordinate_tables(*workbook, {});
    if (!drawing) return 0;
    for (const geodata::DrawnShape& shape : drawing->shapes) {
        if (shape.polygons.size() != 1 || shape.polygons[0].empty()) std::abort();
        for (const geodata::DrawnRing& ring : shape.polygons[0])
            if (ring.empty()) std::abort();
    }
    return 0;
}
