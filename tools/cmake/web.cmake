# The page's program: SDL2 and Dear ImGui's two backends, and the link flags. tools/pack.mjs makes the page of its output.

# SDL2: Emscripten's port, built by tools/setup from Debian's source; or the ordinary port of an emcc on PATH.
add_library(sdl2 INTERFACE)
if(VEKHA_SDL2_PORT)
    target_compile_options(sdl2 INTERFACE --use-port=sdl2)
    target_link_options(sdl2 INTERFACE --use-port=sdl2)
else()
    target_include_directories(sdl2 SYSTEM INTERFACE "${EMSCRIPTEN_SYSROOT}/include/SDL2")
    target_link_libraries(sdl2 INTERFACE SDL2)
endif()

add_library(imgui_backends STATIC "${VEKHA_IMGUI_DIR}/backends/imgui_impl_sdl2.cpp"
                                  "${VEKHA_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp")
target_include_directories(imgui_backends SYSTEM PUBLIC "${VEKHA_IMGUI_DIR}/backends")
target_include_directories(imgui_backends PRIVATE "${CMAKE_SOURCE_DIR}/src")
target_compile_definitions(imgui_backends PUBLIC IMGUI_IMPL_OPENGL_ES3)
target_compile_options(imgui_backends PRIVATE -w -fno-rtti)
target_link_libraries(imgui_backends PUBLIC imgui sdl2)
# vekha_force_include(BACKEND HEADER): what a backend asks of the outside is answered by a header of ours.
function(vekha_force_include backend header)
    set(path "${CMAKE_SOURCE_DIR}/src/platform/${header}")
    set_source_files_properties("${VEKHA_IMGUI_DIR}/backends/${backend}" PROPERTIES COMPILE_OPTIONS "-include;${path}"
                                                                                    OBJECT_DEPENDS "${path}")
endfunction()
vekha_force_include(imgui_impl_opengl3.cpp gl_state_shim.hpp)
vekha_force_include(imgui_impl_sdl2.cpp sdl_backend_shim.hpp)

target_link_libraries(vekha_platform PUBLIC imgui_backends)
if(NOT VEKHA_RELEASE)
    # Commands that provoke faults are compiled in here and nowhere else.
    set_source_files_properties("${CMAKE_SOURCE_DIR}/src/platform/fault_commands_web.cpp"
                                PROPERTIES COMPILE_DEFINITIONS VEKHA_TEST_BUILD=1)
endif()

# Settings of the linker, shared by both builds of the page. noExitRuntime must stay in the list of what the module takes:
# without it the runtime would end with main() and no frame would ever be drawn.
set(web_settings
    -sMODULARIZE=1
    -sEXPORT_NAME=createVekha
    -sENVIRONMENT=web
    -sFILESYSTEM=0
    -sDYNAMIC_EXECUTION=0
    -sEXIT_RUNTIME=0
    # The shell hands over the font and the files first and then calls callMain().
    -sINVOKE_RUN=0
    -sEXPORTED_FUNCTIONS=_main,_malloc,_free
    -sEXPORTED_RUNTIME_METHODS=callMain,HEAPU8,UTF8ToString,stringToUTF8,lengthBytesUTF8
    -sINCOMING_MODULE_JS_API=canvas,instantiateWasm,noExitRuntime,onAbort,onRuntimeInitialized,preRun,print,printErr,wasmBinary
    -sMIN_WEBGL_VERSION=2
    -sMAX_WEBGL_VERSION=2
    -sGL_ENABLE_GET_PROC_ADDRESS=0
    # Dear ImGui uses no extension; asking for each of them waits for the GPU process, a third of the time to the first picture.
    -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0
    -sSTACK_SIZE=1MB
    -sALLOW_MEMORY_GROWTH=1
    -sMAXIMUM_MEMORY=1GB
    -sMALLOC=emmalloc
    # tools/cmake/sdl_stubs.cpp
    -Wl,--wrap=vsnprintf
    -sMIN_CHROME_VERSION=109
    -sMIN_FIREFOX_VERSION=115
    -sMIN_SAFARI_VERSION=160400)
if(VEKHA_RELEASE)
    list(APPEND web_settings --closure=1 -sASSERTIONS=0)
    # Large functions with one caller stay by themselves. A browser compiles a function anew, on another core, when its
    # loops are long, and always the whole of it: with everything of a frame in one function that was 42 ms of work at the
    # very start, now half of it. It costs 600 bytes after compression.
    list(APPEND web_settings -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=400)
    # Only what becomes smaller by it is put in place of a call, and a call is smaller than LLVM thinks: 2 kB and 1.3 kB after
    # compression. Functions that are alike become one: 0.7 kB.
    list(APPEND web_settings -Wl,-mllvm,-inline-threshold=0 -Wl,-mllvm,-inline-call-penalty=10
         -Wl,-mllvm,-enable-merge-functions)
else()
    list(APPEND web_settings -sASSERTIONS=2 -sSTACK_OVERFLOW_CHECK=2 --profiling-funcs)
endif()

file(GLOB main_source CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/main.cpp")
if(main_source)
    add_executable(vekha_web "${main_source}" "${CMAKE_SOURCE_DIR}/tools/cmake/sdl_stubs.cpp")
    target_link_libraries(vekha_web PRIVATE vekha_platform vekha_ui vekha_app vekha_core)
    target_link_options(vekha_web PRIVATE ${web_settings})
endif()
