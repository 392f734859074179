// SPDX-License-Identifier: Apache-2.0
#include "cli/http_post.hpp"

#include "graph/error.hpp"

#include <curl/curl.h>

namespace entente::cli {

namespace {

constexpr std::size_t longest_answer = 4096;
constexpr long connect_seconds = 20;
constexpr long answer_seconds = 300;

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

    Handle() : curl(curl_easy_init()) {
        if (curl == nullptr)
            throw Error("cannot send over HTTP: libcurl does not start");
        headers = curl_slist_append(nullptr, "Content-Type: application/sparql-update; charset=utf-8");
        headers = curl_slist_append(headers, "Expect:");
    }
    ~Handle() {
        curl_slist_free_all(headers);
        curl_easy_cleanup(curl);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
};

HttpPost::HttpPost(std::string url, const std::string& user) : handle_(std::make_unique<Handle>()) {
    auto* const curl = handle_->curl;
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, handle_->headers);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_seconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, answer_seconds);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    if (!user.empty()) {
        curl_easy_setopt(curl, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC | CURLAUTH_DIGEST));
        curl_easy_setopt(curl, CURLOPT_USERPWD, user.c_str());
    }
}

HttpPost::~HttpPost() = default;

HttpPost::Answer HttpPost::send(std::string_view update) {
    auto* const curl = handle_->curl;
    Answer answer;
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, update.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(update.size()));
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.text);
    const auto code = curl_easy_perform(curl);
    if (code != CURLE_OK)
        return {0, curl_easy_strerror(code)};
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
    return answer;
}

} // namespace entente::cli
