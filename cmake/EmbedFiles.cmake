# Run with -P: writes one .cpp with the texts of files as a table that `HEADER` declares as `FUNCTION`.
# Input: NAMESPACE, HEADER, FUNCTION, FILES (separated by |), OUTPUT.
string(REPLACE "|" ";" files "${FILES}")
list(SORT files)
set(rows "")
foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME)
    file(READ "${file}" text)
    string(APPEND rows "    ShippedFile{\"${name}\", R\"SHIPPED(${text})SHIPPED\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Written by cmake/EmbedFiles.cmake.
#include <array>

#include \"${HEADER}\"

namespace ${NAMESPACE} {

std::span<const ShippedFile> ${FUNCTION}()
{
    static constexpr std::array files{
${rows}    };
    return files;
}

}  // namespace ${NAMESPACE}
")
