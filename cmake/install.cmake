# SPDX-License-Identifier: Apache-2.0
# `cmake --install` and find_package(entente).
install(TARGETS entente_graph entente_ingest entente_export EXPORT entente-targets
        FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/entente)
install(EXPORT entente-targets NAMESPACE entente:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/entente)
configure_package_config_file(cmake/entente-config.cmake.in entente-config.cmake
    INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/entente)
write_basic_package_version_file(entente-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/entente-config.cmake ${PROJECT_BINARY_DIR}/entente-config-version.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/entente)
install(TARGETS entente)
install(FILES cli/man/entente.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES cli/completion/entente.bash RENAME entente DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES LICENSE CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY ingest/data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/entente)
