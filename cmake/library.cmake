# SPDX-License-Identifier: Apache-2.0

# One library a folder: entente_library(<folder>) makes target entente_<folder>, known as entente::<folder>,
# whose headers are found by their path from the root. Sources and headers are added by the caller.
function(entente_library folder)
    add_library(entente_${folder})
    add_library(entente::${folder} ALIAS entente_${folder})
    set_target_properties(entente_${folder} PROPERTIES EXPORT_NAME ${folder} VERIFY_INTERFACE_HEADER_SETS ON
                                                       POSITION_INDEPENDENT_CODE ON)
    target_compile_features(entente_${folder} PUBLIC cxx_std_20)
    target_include_directories(entente_${folder} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
                                                        $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/entente>)
    # Where clang builds, reading them is half of the work. Other builds find the includes that a source lacks.
    if(ENTENTE_PRECOMPILE)
        target_precompile_headers(entente_${folder} PRIVATE
            <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional> <ostream> <span> <string>
            <string_view> <unordered_map> <utility> <vector>)
        target_compile_options(entente_${folder} PRIVATE
            "$<$<AND:$<COMPILE_LANGUAGE:CXX>,$<CXX_COMPILER_ID:Clang>>:SHELL:-Xclang -fno-pch-timestamp>")
    endif()
endfunction()

# entente_test(<name> <library>... SOURCES <file>...) makes one Boost.Test executable and one ctest entry.
function(entente_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES")
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} Boost::unit_test_framework)
    target_compile_definitions(${name} PRIVATE BOOST_TEST_DYN_LINK
                                               ENTENTE_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
                                               ENTENTE_GOLDEN="${PROJECT_SOURCE_DIR}/tests/golden")
    add_test(NAME ${name} COMMAND ${name})
endfunction()

# entente_archive_in_command(<prefix>...) links the libraries of PkgConfig::<prefix> into executables with the property
# ENTENTE_ARCHIVES, where the system has them as archives: a library that need not be loaded starts faster. Others,
# tests above all, which use some of the libraries beside ours, keep the shared ones.
function(entente_archive_in_command)
    foreach(prefix ${ARGN})
        get_target_property(libraries PkgConfig::${prefix} INTERFACE_LINK_LIBRARIES)
        set(chosen)
        foreach(library ${libraries})
            string(REGEX REPLACE "\\.so$" ".a" archive ${library})
            if(NOT archive STREQUAL library AND EXISTS ${archive})
                set(library $<IF:$<BOOL:$<TARGET_PROPERTY:ENTENTE_ARCHIVES>>,${archive},${library}>)
            endif()
            list(APPEND chosen ${library})
        endforeach()
        set_property(TARGET PkgConfig::${prefix} PROPERTY INTERFACE_LINK_LIBRARIES "${chosen}")
    endforeach()
endfunction()
