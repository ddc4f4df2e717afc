# Tests: core_tests (natively and as wasm under Node), app_tests, platform_tests and ui_tests (natively). doctest, one program per layer.
enable_testing()
if(EMSCRIPTEN)
    # The programs' glue is CommonJS, whatever the project's own package.json says of its scripts.
    file(WRITE "${CMAKE_BINARY_DIR}/package.json" "{\"type\": \"commonjs\"}\n")
endif()

file(WRITE "${CMAKE_BINARY_DIR}/doctest_main.cpp.in"
     "#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN\n#include <doctest/doctest.h>\n")
configure_file("${CMAKE_BINARY_DIR}/doctest_main.cpp.in" "${CMAKE_BINARY_DIR}/doctest_main.cpp" COPYONLY)

add_library(vekha_doctest INTERFACE)
target_include_directories(vekha_doctest SYSTEM INTERFACE "${VEKHA_DEPS_INCLUDE}")
target_include_directories(vekha_doctest INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(
    vekha_doctest
    INTERFACE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS DOCTEST_CONFIG_SUPER_FAST_ASSERTS
              # Where tests find tests/data and assets.
              "VEKHA_SOURCE_DIR=\"${CMAKE_SOURCE_DIR}\"")

add_library(doctest_main OBJECT "${CMAKE_BINARY_DIR}/doctest_main.cpp")
target_link_libraries(doctest_main PRIVATE vekha_doctest)
target_compile_options(doctest_main PRIVATE -w)

# The first test program makes the precompiled header, the others use it.
set(pch_owner "")

# vekha_tests(NAME FOLDER LIBRARY...)
function(vekha_tests name folder)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/${folder}/*.cpp")
    if(NOT sources)
        return()
    endif()
    add_executable(${name} ${sources})
    target_link_libraries(${name} PRIVATE doctest_main vekha_test_support ${ARGN} vekha_doctest vekha_flags)
    # Tests without optimisation are compiled in less than half of the time and run as fast: what they test, and what
    # supports them, has it. Those of the interface paint.
    if(NOT name STREQUAL ui_tests)
        target_compile_options(${name} PRIVATE -O0)
    endif()
    if(VEKHA_PCH AND NOT name STREQUAL ui_tests)
        if(pch_owner)
            target_precompile_headers(${name} REUSE_FROM ${pch_owner})
        else()
            target_precompile_headers(
                ${name} PRIVATE <doctest/doctest.h> <algorithm> <chrono> <cstdint> <fstream> <map> <memory> <optional>
                <random> <span> <sstream> <string> <string_view> <utility> <variant> <vector>)
            set(pch_owner ${name} PARENT_SCOPE)
        endif()
    endif()
    add_test(NAME ${name} COMMAND ${name})
    if(EMSCRIPTEN)
        set(wasm_environment "${CMAKE_SOURCE_DIR}/tests/support/wasm_environment.js")
        # Node's own files, so that the tests read tests/data as they do natively.
        target_link_options(
            ${name} PRIVATE -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1
            -sMAXIMUM_MEMORY=2GB -sSTACK_SIZE=1MB -sSTACK_OVERFLOW_CHECK=2 -sASSERTIONS=1
            "--pre-js=${wasm_environment}")
        set_target_properties(${name} PROPERTIES LINK_DEPENDS "${wasm_environment}")
    endif()
endfunction()

vekha_sources(support_sources "${CMAKE_SOURCE_DIR}/tests/support/*.cpp")
add_library(vekha_test_support OBJECT ${support_sources})
target_link_libraries(vekha_test_support PUBLIC vekha_app vekha_doctest)

vekha_tests(core_tests core vekha_app vekha_core)
if(NOT EMSCRIPTEN)
    vekha_tests(app_tests app vekha_platform vekha_app vekha_core)
    vekha_tests(platform_tests platform vekha_platform vekha_app vekha_core)
    vekha_tests(ui_tests ui vekha_ui vekha_platform vekha_app vekha_core)
endif()
