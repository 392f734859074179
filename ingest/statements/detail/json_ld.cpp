// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/detail/html_metadata.hpp"

#include <rapidjson/document.h>

#include <array>

namespace entente::detail {

namespace {

using Value = rapidjson::Value;

std::string_view text_of(const Value& value) {
    return value.IsString() ? std::string_view(value.GetString(), value.GetStringLength())
                            : std::string_view{};
}

const Value* member(const Value& object, const char* name) {
    const auto found = object.FindMember(name);
    return found == object.MemberEnd() ? nullptr : &found->value;
}

// A string, or the name or @id of an object, or of the first in a list: publishers and pages are written in
// each way.
std::string name_of(const Value* value, const char* key) {
    if (value != nullptr && value->IsArray() && !value->Empty())
        value = &(*value)[0];
    if (value == nullptr)
        return {};
    if (value->IsString())
        return std::string(text_of(*value));
    if (!value->IsObject())
        return {};
    const Value* name = member(*value, key);
    return name ? std::string(text_of(*name)) : std::string{};
}

bool is_article_type(std::string_view type) {
    static constexpr std::array<std::string_view, 8> types = {
        "Article", "NewsArticle", "ReportageNewsArticle", "PressRelease",
        "Report",  "BlogPosting", "SpeechArticle",        "TechArticle"};
    for (const std::string_view known : types) {
        if (type == known)
            return true;
    }
    return false;
}

int rank_of(const Value& object) {
    const Value* type = member(object, "@type");
    if (type == nullptr)
        return 0;
    if (!type->IsArray())
        return is_article_type(text_of(*type)) ? 2 : text_of(*type) == "WebPage" ? 1 : 0;
    for (const Value& one : type->GetArray()) {
        if (is_article_type(text_of(one)))
            return 2;
    }
    return 0;
}

class Finder {
public:
    void look(const Value& value, int depth) {
        constexpr int deepest = 6;
        if (depth > deepest)
            return;
        if (value.IsArray()) {
            for (const Value& element : value.GetArray())
                look(element, depth + 1);
        } else if (value.IsObject()) {
            if (const int rank = rank_of(value); rank > best_rank_) {
                best_rank_ = rank;
                best_ = &value;
            }
            for (const auto& pair : value.GetObject())
                look(pair.value, depth + 1);
        }
    }

    const Value* best() const { return best_; }

private:
    const Value* best_ = nullptr;
    int best_rank_ = 0;
};

} // namespace

HtmlMetadata read_json_ld(std::string_view json) {
    constexpr std::size_t longest = std::size_t{1} << 20;
    rapidjson::Document document;
    if (json.size() > longest)
        return {};
    document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
    if (document.HasParseError())
        return {};
    Finder finder;
    finder.look(document, 0);
    const Value* article = finder.best();
    if (article == nullptr)
        return {};
    HtmlMetadata metadata;
    metadata.title = name_of(member(*article, "headline"), "@value");
    metadata.publisher = name_of(member(*article, "publisher"), "name");
    metadata.url = name_of(member(*article, "url"), "@id");
    if (metadata.url.empty())
        metadata.url = name_of(member(*article, "mainEntityOfPage"), "@id");
    metadata.date = name_of(member(*article, "datePublished"), "@value");
    metadata.language = name_of(member(*article, "inLanguage"), "name");
    return metadata;
}

} // namespace entente::detail
