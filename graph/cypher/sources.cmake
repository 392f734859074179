# SPDX-License-Identifier: Apache-2.0
# The query language: a part of entente::graph. Included by graph/CMakeLists.txt.
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
entente_archive_in_command(re2)

target_sources(entente_graph
    PRIVATE
        cypher/as_of_graph.cpp
        cypher/comparison.cpp
        cypher/detail/aggregate.cpp
        cypher/detail/arithmetic.cpp
        cypher/detail/ast.cpp
        cypher/detail/ast_atoms.cpp
        cypher/detail/ast_builder.cpp
        cypher/detail/ast_expressions.cpp
        cypher/detail/compile_containers.cpp
        cypher/detail/compile_operators.cpp
        cypher/detail/compile_pattern.cpp
        cypher/detail/compiler.cpp
        cypher/detail/functions.cpp
        cypher/detail/grammar.cpp
        cypher/detail/graph_functions.cpp
        cypher/detail/group_table.cpp
        cypher/detail/match_operators.cpp
        cypher/detail/match_pattern.cpp
        cypher/detail/match_planner.cpp
        cypher/detail/names.cpp
        cypher/detail/number_functions.cpp
        cypher/detail/pattern_words.cpp
        cypher/detail/projection_planner.cpp
        cypher/detail/regular_expression.cpp
        cypher/detail/row_operators.cpp
        cypher/detail/runtime.cpp
        cypher/detail/shortest_path.cpp
        cypher/detail/syntax_error.cpp
        cypher/detail/temporal.cpp
        cypher/detail/text_functions.cpp
        cypher/graph.cpp
        cypher/query.cpp
        cypher/store_graph.cpp
        cypher/store_graph_groups.cpp
        cypher/store_graph_properties.cpp
        cypher/value.cpp
        cypher/value_text.cpp
    PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES
        cypher/as_of_graph.hpp
        cypher/comparison.hpp
        cypher/function_ref.hpp
        cypher/graph.hpp
        cypher/options.hpp
        cypher/query.hpp
        cypher/store_graph.hpp
        cypher/value.hpp
        cypher/value_text.hpp)
target_link_libraries(entente_graph PRIVATE PkgConfig::re2)
