// SPDX-License-Identifier: Apache-2.0
#include "ingest/scoring/gold.hpp"

#include "ingest/scoring/detail/relation_fields.hpp"
#include "ingest/text/code_points.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace entente {

namespace {

using detail::JsonObject;

std::ifstream open(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw InputError({path}, std::generic_category().message(errno));
    return in;
}

/// Whatever had this identifier before goes: the later file or line corrects the earlier one.
void put(Gold& gold, AnnotatedStatement annotated) {
    const auto has_id = [&](const AnnotatedStatement& other) {
        return other.statement.id == annotated.statement.id;
    };
    const auto old = std::find_if(gold.statements.begin(), gold.statements.end(), has_id);
    if (old == gold.statements.end())
        gold.statements.push_back(std::move(annotated));
    else
        *old = std::move(annotated);
}

void put(Gold& gold, CodedSentence sentence) {
    const auto has_id = [&](const CodedSentence& other) { return other.id == sentence.id; };
    const auto old = std::find_if(gold.sentences.begin(), gold.sentences.end(), has_id);
    if (old == gold.sentences.end())
        gold.sentences.push_back(std::move(sentence));
    else
        *old = std::move(sentence);
}

Statement read_statement(const JsonObject& object) {
    Statement statement;
    statement.id = object.text("id");
    statement.title = object.optional_text("title");
    statement.publisher = object.optional_text("publisher");
    statement.url = object.optional_text("url");
    statement.language = object.optional_text("language");
    if (!object.optional_text("date").empty())
        statement.date = object.parsed("date", "a date (YYYY-MM-DD)", parse_date);
    statement.text = object.text("text");
    return statement;
}

Relation read_annotation(const JsonObject& object, const Statement& statement) {
    Relation relation = detail::read_relation(object);
    relation.evidence.statement = statement.id;
    relation.evidence.text = object.text("evidence");
    const std::size_t at = statement.text.find(relation.evidence.text);
    if (at == std::string::npos || relation.evidence.text.empty())
        throw InputError(object.place(), "a part of the statement's text for \"evidence\"",
                         relation.evidence.text);
    const std::size_t begin = CodePoints(std::string_view(statement.text).substr(0, at)).size();
    relation.evidence.span = {begin, begin + CodePoints(relation.evidence.text).size()};
    return relation;
}

void read_annotated_statement(const std::string& path, Gold& gold) {
    std::ifstream in = open(path);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    const auto document = detail::parse_json(text, {path, 1, 1});
    const JsonObject object(document, {path});
    AnnotatedStatement annotated;
    annotated.statement = read_statement(object);
    for (const JsonObject& relation : object.objects("relations"))
        annotated.relations.push_back(read_annotation(relation, annotated.statement));
    put(gold, std::move(annotated));
}

void read_coded_sentences(const std::string& path, Gold& gold) {
    std::ifstream in = open(path);
    std::string line;
    for (Place place{path, 1, 0}; std::getline(in, line); ++place.line) {
        if (line.empty())
            continue;
        const auto document = detail::parse_json(line, {path, place.line, 1});
        const JsonObject object(document, place);
        CodedSentence sentence{object.text("id"), object.text("text"), detail::read_type(object), {}};
        for (const JsonObject& source : object.objects("source"))
            sentence.sources.push_back(source.text("code"));
        put(gold, std::move(sentence));
    }
}

} // namespace

void read_gold(const std::string& path, Gold& gold) {
    namespace fs = std::filesystem;
    if (!fs::is_directory(path)) {
        const auto ending = fs::path(path).extension();
        return ending == ".jsonl" || ending == ".ndjson" ? read_coded_sentences(path, gold)
                                                         : read_annotated_statement(path, gold);
    }
    std::vector<std::string> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(path)) {
        if (entry.path().extension() == ".json")
            files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    if (files.empty())
        throw InputError({path}, "expected annotated statements (*.json), found none");
    for (const std::string& file : files)
        read_annotated_statement(file, gold);
}

} // namespace entente
