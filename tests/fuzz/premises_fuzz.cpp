// SPDX-License-Identifier: Apache-2.0
// Feeds texts to the readers of areas, real-estate unit numbers and stored outlines. What they take is canonical: read
// again, it says the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "premises/core/area.h"
#include "premises/core/outline.h"
#include "premises/core/unit_number.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using premises::Area;
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    if (const auto area = Area::parse(text)) {
        const auto again = Area::parse(area->to_string());
        if (!again || *again != *area || *area < Area{}) std::abort();
    }
    if (const auto number = premises::parse_unit_number(text)) {
        const bool fits = number->empty() || number->size() == premises::unit_number_length;
        if (!fits || premises::parse_unit_number(*number).value() != *number) std::abort();
    }
    if (const auto polygons = premises::polygons_of(text))
        if (premises::polygons_of(premises::to_text(*polygons)) != polygons) std::abort();
    return 0;
}
