# Fuzz targets, only with VEKHA_FUZZ: README.md of this folder. They compile the core once more, with the fuzzer's eyes.
add_executable(period_fuzz "${CMAKE_SOURCE_DIR}/tests/fuzz/period_fuzz.cpp" ${core_sources})
target_include_directories(period_fuzz SYSTEM PRIVATE "${VEKHA_DEPS_INCLUDE}")
target_compile_options(period_fuzz PRIVATE -fsanitize=fuzzer)
target_link_options(period_fuzz PRIVATE -fsanitize=fuzzer)
target_link_libraries(period_fuzz PRIVATE vekha_flags)
