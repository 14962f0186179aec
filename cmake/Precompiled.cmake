# Headers that nearly every file takes in are read once, and tests are not optimized: half of the time of a build from
# nothing. clang is left alone: it builds what is sanitized.
# use_precompiled(target common_headers|json_headers|test_headers): the second for what links Boost::json.
set(common_headers <algorithm> <array> <charconv> <chrono> <cstdint> <deque> <filesystem> <functional> <map> <memory> <optional>
    <set> <span> <sstream> <stdexcept> <string> <string_view> <unordered_map> <utility> <variant> <vector>)

function(add_precompiled name)
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/${name}.cpp CONTENT "// Written by cmake/Precompiled.cmake.\n")
    add_library(${name} STATIC ${CMAKE_BINARY_DIR}/generated/${name}.cpp)
    target_link_libraries(${name} PUBLIC project_options)
    target_precompile_headers(${name} PRIVATE ${ARGN})
endfunction()

function(use_precompiled target name)
    if(TARGET ${name})
        target_precompile_headers(${target} REUSE_FROM ${name})
    endif()
endfunction()

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # ccache finds a file that takes in precompiled headers only when the preprocessor leaves them named.
    # GCC 12 forgets that precompiled headers are the system's own, and sees overruns in the short strings of its library.
    # Some libraries ask for -pthread: it is given to all, because headers are precompiled under one set of macros.
    target_compile_options(project_options INTERFACE -pthread -fpch-preprocess
        -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread)
    add_precompiled(common_headers ${common_headers})
    add_precompiled(json_headers ${common_headers} <boost/json.hpp>)
    target_link_libraries(json_headers PUBLIC Boost::json)
    add_precompiled(test_headers ${common_headers} <gtest/gtest.h>)
    target_link_libraries(test_headers PUBLIC GTest::gtest)
    target_compile_options(test_headers PRIVATE ${test_optimization})
endif()
