# Fuzz targets, only with VEKHA_FUZZ: README.md of this folder. They compile what they look at once more, with the fuzzer's
# eyes.
file(GLOB fuzzed CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/core/base/*.cpp" "${CMAKE_SOURCE_DIR}/src/core/calendar/*.cpp"
     "${CMAKE_SOURCE_DIR}/src/core/period/*.cpp")
add_executable(period_fuzz "${CMAKE_SOURCE_DIR}/tests/fuzz/period_fuzz.cpp" "${CMAKE_SOURCE_DIR}/src/core/model/period.cpp"
                           ${fuzzed})
target_compile_options(period_fuzz PRIVATE -fsanitize=fuzzer)
target_link_options(period_fuzz PRIVATE -fsanitize=fuzzer)
target_link_libraries(period_fuzz PRIVATE vekha_flags)
