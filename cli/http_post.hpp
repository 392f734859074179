// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_HTTP_POST_HPP
#define ENTENTE_CLI_HTTP_POST_HPP

#include <memory>
#include <string>
#include <string_view>

namespace entente::cli {

/// Sends SPARQL updates to one URL over one connection.
class HttpPost {
public:
    struct Answer {
        /// 0 where there was none.
        long status = 0;
        /// The beginning of the body, or why there was no answer.
        std::string text;
    };

    /// `user` is "name:password", or empty.
    HttpPost(const std::string& url, const std::string& user);
    ~HttpPost();
    HttpPost(const HttpPost&) = delete;
    HttpPost& operator=(const HttpPost&) = delete;

    Answer send(std::string_view update);

private:
    struct Handle;
    std::unique_ptr<Handle> handle_;
};

} // namespace entente::cli

#endif
