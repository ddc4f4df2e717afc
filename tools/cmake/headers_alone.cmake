# Each header must compile alone: one small source per header, compiled without code generation worth the name. What they
# need of the standard library is precompiled, in half of the time; tests/checks/includes_check.py looks after that.
file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/core/*.hpp" "${CMAKE_SOURCE_DIR}/src/app/*.hpp"
     "${CMAKE_SOURCE_DIR}/src/ui/*.hpp")
set(header_sources "${CMAKE_BINARY_DIR}/empty.cpp")
foreach(header IN LISTS headers)
    file(RELATIVE_PATH relative "${CMAKE_SOURCE_DIR}/src" "${header}")
    string(REPLACE "/" "__" flat "${relative}")
    set(source "${CMAKE_BINARY_DIR}/headers/${flat}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "#include \"${relative}\"\n#include \"${relative}\"\n")
    list(APPEND header_sources "${source}")
endforeach()
add_library(headers_alone OBJECT ${header_sources})
target_link_libraries(headers_alone PRIVATE vekha_ui vekha_platform)
target_include_directories(headers_alone SYSTEM PRIVATE "${VEKHA_DEPS_INCLUDE}")
target_precompile_headers(
    headers_alone PRIVATE <algorithm> <array> <bit> <chrono> <compare> <deque> <functional> <initializer_list> <limits> <map>
    <memory> <optional> <set> <span> <string> <string_view> <type_traits> <utility> <variant> <vector>)
