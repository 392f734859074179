// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_OUTPUT_FILE_HPP
#define ENTENTE_CLI_OUTPUT_FILE_HPP

#include <filesystem>
#include <fstream>
#include <iosfwd>
#include <string>

namespace entente::cli {

/// Where a command writes: standard output, or a file that is replaced only when all of it is written.
///
/// The new file is written beside the old one and takes its place in commit(); where that is not reached, the
/// old one stays as it was and the new one is removed.
class OutputFile {
public:
    /// Standard output for "" and "-". Throws OutputError where the file cannot be written.
    explicit OutputFile(const std::string& path);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    std::ostream& stream();
    /// Throws OutputError where the disk took less than all.
    void commit();

private:
    std::filesystem::path path_;
    std::filesystem::path written_;
    std::ofstream file_;
};

} // namespace entente::cli

#endif
