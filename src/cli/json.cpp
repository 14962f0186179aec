// SPDX-License-Identifier: Apache-2.0
#include "cli/json.h"

#include <boost/json/serialize.hpp>

namespace cli {

namespace {

void print_indented(std::ostream& out, const boost::json::value& value, std::size_t depth)
{
    const std::string inner((depth + 1) * 2, ' ');
    const std::string outer(depth * 2, ' ');
    if (const auto* const object = value.if_object(); object && !object->empty()) {
        const char* separator = "{\n";
        for (const auto& [key, member] : *object) {
            out << separator << inner << boost::json::serialize(boost::json::value(key)) << ": ";
            print_indented(out, member, depth + 1);
            separator = ",\n";
        }
        out << '\n' << outer << '}';
    } else if (const auto* const array = value.if_array(); array && !array->empty()) {
        const char* separator = "[\n";
        for (const auto& member : *array) {
            out << separator << inner;
            print_indented(out, member, depth + 1);
            separator = ",\n";
        }
        out << '\n' << outer << ']';
    } else {
        out << boost::json::serialize(value);
    }
}

}  // namespace

void print_json(std::ostream& out, const boost::json::value& value)
{
    print_indented(out, value, 0);
    out << '\n';
}

}  // namespace cli
