# Fuzz targets: README.md of this folder. With VEKHA_FUZZ they are programs with libFuzzer's main; for the linters they are
# only compiled.
add_custom_target(fuzz_targets)

# Of the tests' support only what makes plans and edits; the rest would bring in the app and doctest.
set(plan_makers full_plan plan_builder random_edits random_plan random_row_edits random_values)
list(TRANSFORM plan_makers REPLACE "(.+)" "${CMAKE_SOURCE_DIR}/tests/support/\\1.cpp")
add_library(fuzz_plan_makers OBJECT ${plan_makers})
target_link_libraries(fuzz_plan_makers PUBLIC vekha_core)
target_include_directories(fuzz_plan_makers PUBLIC "${CMAKE_SOURCE_DIR}")

foreach(target period_fuzz roadmap_fuzz edit_fuzz)
    add_executable(${target} EXCLUDE_FROM_ALL "${CMAKE_SOURCE_DIR}/tests/fuzz/${target}.cpp")
    target_link_libraries(${target} PRIVATE vekha_core)
    target_include_directories(${target} PRIVATE "${CMAKE_SOURCE_DIR}")
    target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    add_dependencies(fuzz_targets ${target})
endforeach()
target_link_libraries(edit_fuzz PRIVATE fuzz_plan_makers)
target_sources(roadmap_fuzz PRIVATE "${CMAKE_SOURCE_DIR}/tests/fuzz/second_opinion.cpp")
target_include_directories(roadmap_fuzz SYSTEM PRIVATE "${VEKHA_DEPS_INCLUDE}")
