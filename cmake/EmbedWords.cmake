# Run with -P: writes one .cpp with all catalogues of src/cli/words. Input: FILES (separated by |), OUTPUT.
string(REPLACE "|" ";" files "${FILES}")
list(SORT files)
set(rows "")
foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME)
    get_filename_component(folder "${file}" DIRECTORY)
    get_filename_component(folder "${folder}" NAME)
    file(READ "${file}" text)
    string(APPEND rows "    cli::WordsFile{\"${folder}\", \"${name}\", R\"WORDS(${text})WORDS\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Written by cmake/EmbedWords.cmake.
#include <array>

#include \"cli/words.h\"

namespace cli {

std::span<const WordsFile> words_files()
{
    static constexpr std::array files{
${rows}    };
    return files;
}

}  // namespace cli
")
