// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_TESTS_EXPORT_GOLDEN_HPP
#define ENTENTE_TESTS_EXPORT_GOLDEN_HPP

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace entente::test {

/// The text of a golden file; with UPDATE_GOLDEN=1, `now` is written to it first.
inline std::string golden(const std::string& name, const std::string& now) {
    const auto path = std::string(ENTENTE_GOLDEN "/") + name;
    if (std::getenv("UPDATE_GOLDEN") != nullptr)
        std::ofstream(path, std::ios::binary) << now;
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// A stream that takes `room` bytes and no more, like a full disk.
class FullDisk : public std::streambuf {
public:
    explicit FullDisk(std::size_t room) : room_(room) {}

protected:
    int_type overflow(int_type c) override { return room_-- > 0 ? c : traits_type::eof(); }
    std::streamsize xsputn(const char*, std::streamsize size) override {
        const auto taken = std::min(size, static_cast<std::streamsize>(room_));
        room_ -= static_cast<std::size_t>(taken);
        return taken;
    }

private:
    std::size_t room_;
};

/// What `write` throws into a stream that takes no more.
template<class Write>
std::string failure(const Write& write) {
    FullDisk disk(100);
    std::ostream out(&disk);
    try {
        write(out);
    } catch (const std::exception& error) {
        return error.what();
    }
    return "nothing";
}

} // namespace entente::test

#endif
