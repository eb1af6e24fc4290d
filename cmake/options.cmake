# Compiler settings that every target shares, and the switches of the presets.
option(ARDAGER_TESTS "Build the tests" ON)
set(ARDAGER_SANITIZE "" CACHE STRING "Sanitizers: address,undefined or thread")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS ON) # TRY() in base/result.h is a statement expression
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()
# -O2 with line tables only: fast enough to measure, half the link time of full debug information.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")
if(ARDAGER_SANITIZE)
    # Instrumented code compiles twice as fast so, and its tests are none the slower for it.
    set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1")
endif()

find_program(ARDAGER_CCACHE ccache)
if(ARDAGER_CCACHE)
    # The same file in another checkout is the same file: paths below the tree count relative to it.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${ARDAGER_CCACHE})
endif()

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)

add_library(ardager_options INTERFACE)
# -pthread and -fPIE for everything alike: a precompiled header is refused where such options differ.
target_link_libraries(ardager_options INTERFACE Threads::Threads)
target_include_directories(ardager_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(ardager_options INTERFACE
    -Wall -Wextra -Wconversion -Wshadow -Wnon-virtual-dtor -Wno-missing-field-initializers
    # GCC 12 warns inside its own std::string and std::optional when it inlines (GCC bugs 105329, 105651, 105562).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
    $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds>
    $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overread>
    $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow>
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
    -ffile-prefix-map=${PROJECT_SOURCE_DIR}/=
    -fPIE -fstack-protector-strong -fstack-clash-protection -fcf-protection -fpch-preprocess -Winvalid-pch)
target_link_options(ardager_options INTERFACE -pie -Wl,-z,relro,-z,now,-z,noexecstack)
target_compile_definitions(ardager_options INTERFACE ARDAGER_VERSION="${PROJECT_VERSION}")
if(ARDAGER_SANITIZE)
    target_compile_options(ardager_options INTERFACE
        -fsanitize=${ARDAGER_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(ardager_options INTERFACE -fsanitize=${ARDAGER_SANITIZE})
else()
    target_compile_definitions(ardager_options INTERFACE _FORTIFY_SOURCE=2 _GLIBCXX_ASSERTIONS)
endif()

find_package(PkgConfig REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
find_package(nlohmann_json REQUIRED)
