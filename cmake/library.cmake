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
