// SPDX-License-Identifier: Apache-2.0
#include "cli/http_post.hpp"

#include "graph/detail/shared_library.hpp"
#include "graph/error.hpp"

#include <curl/curl.h>

namespace entente::cli {

namespace {

constexpr std::size_t longest_answer = 4096;
constexpr long connect_seconds = 20;
constexpr long answer_seconds = 300;

/// libcurl, loaded with the first request: it brings some thirty libraries, and only `entente push` uses it.
struct Libcurl {
    detail::SharedLibrary library{"libcurl.so.4"};
    decltype(&::curl_easy_init) easy_init = library.function("curl_easy_init");
    decltype(&::curl_easy_cleanup) easy_cleanup = library.function("curl_easy_cleanup");
    decltype(&::curl_easy_setopt) easy_setopt = library.function("curl_easy_setopt");
    decltype(&::curl_easy_perform) easy_perform = library.function("curl_easy_perform");
    decltype(&::curl_easy_getinfo) easy_getinfo = library.function("curl_easy_getinfo");
    decltype(&::curl_easy_strerror) easy_strerror = library.function("curl_easy_strerror");
    decltype(&::curl_slist_append) slist_append = library.function("curl_slist_append");
    decltype(&::curl_slist_free_all) slist_free_all = library.function("curl_slist_free_all");
};

const Libcurl& libcurl() {
    static const Libcurl functions;
    return functions;
}

std::size_t keep(char* bytes, std::size_t size, std::size_t count, void* text) {
    auto& answer = *static_cast<std::string*>(text);
    if (answer.size() < longest_answer)
        answer.append(bytes, size * count);
    return size * count;
}

} // namespace

struct HttpPost::Handle {
    CURL* curl = nullptr;
    curl_slist* headers = nullptr;

    Handle() : curl(libcurl().easy_init()) {
        if (curl == nullptr)
            throw Error("cannot send over HTTP: libcurl does not start");
        headers = libcurl().slist_append(nullptr, "Content-Type: application/sparql-update; charset=utf-8");
        headers = libcurl().slist_append(headers, "Expect:");
    }
    ~Handle() {
        libcurl().slist_free_all(headers);
        libcurl().easy_cleanup(curl);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
};

HttpPost::HttpPost(const std::string& url, const std::string& user) : handle_(std::make_unique<Handle>()) {
    auto* const curl = handle_->curl;
    libcurl().easy_setopt(curl, CURLOPT_URL, url.c_str());
    libcurl().easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    libcurl().easy_setopt(curl, CURLOPT_HTTPHEADER, handle_->headers);
    libcurl().easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
    libcurl().easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_seconds);
    libcurl().easy_setopt(curl, CURLOPT_TIMEOUT, answer_seconds);
    libcurl().easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    if (!user.empty()) {
        libcurl().easy_setopt(curl, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC | CURLAUTH_DIGEST));
        libcurl().easy_setopt(curl, CURLOPT_USERPWD, user.c_str());
    }
}

HttpPost::~HttpPost() = default;

HttpPost::Answer HttpPost::send(std::string_view update) {
    auto* const curl = handle_->curl;
    Answer answer;
    libcurl().easy_setopt(curl, CURLOPT_POST, 1L);
    libcurl().easy_setopt(curl, CURLOPT_POSTFIELDS, update.data());
    libcurl().easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(update.size()));
    libcurl().easy_setopt(curl, CURLOPT_WRITEDATA, &answer.text);
    const auto code = libcurl().easy_perform(curl);
    if (code != CURLE_OK)
        return {0, libcurl().easy_strerror(code)};
    libcurl().easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
    return answer;
}

} // namespace entente::cli
