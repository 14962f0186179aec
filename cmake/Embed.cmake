# Run with -P: writes one .cpp with the texts of a slice's migrations as a table.
# Input: SLICE, FILES (separated by |), OUTPUT.
string(REPLACE "|" ";" files "${FILES}")
list(SORT files)
set(rows "")
foreach(file IN LISTS files)
    get_filename_component(stem "${file}" NAME)
    string(REGEX MATCH "^([0-9]+)_([a-z0-9_]+)(\\.(sqlite|postgres))?\\.sql$" matched "${stem}")
    if(NOT matched)
        message(FATAL_ERROR "${file}: expected NNNN_name.sql")
    endif()
    set(digits "${CMAKE_MATCH_1}")
    set(name "${CMAKE_MATCH_2}")
    set(engine "${CMAKE_MATCH_4}")
    string(REGEX REPLACE "^0+" "" number "${digits}")
    file(READ "${file}" text)
    string(APPEND rows "    sql::Migration{\"${SLICE}\", ${number}, \"${name}\", \"${engine}\", R\"MIGRATION(${text})MIGRATION\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Written by cmake/Embed.cmake.
#include <array>
#include <span>

#include \"sql/migration.h\"

namespace ${SLICE} {

std::span<const sql::Migration> migrations();

std::span<const sql::Migration> migrations()
{
    static constexpr std::array steps{
${rows}    };
    return steps;
}

}  // namespace ${SLICE}
")
