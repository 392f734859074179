# SPDX-License-Identifier: Apache-2.0

# entente_embed(<target> <file> <symbol>) puts the bytes of a data file into the library, as
# `extern const std::string_view entente::data::<symbol>`, so that the library needs no file at run time.
function(entente_embed target file symbol)
    set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded/${symbol}.cpp)
    get_filename_component(input ${file} ABSOLUTE)
    add_custom_command(OUTPUT ${output}
        COMMAND ${CMAKE_COMMAND} -DINPUT=${input} -DOUTPUT=${output} -DSYMBOL=${symbol}
                -P ${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake
        DEPENDS ${input} ${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake
        VERBATIM)
    target_sources(${target} PRIVATE ${output})
endfunction()
