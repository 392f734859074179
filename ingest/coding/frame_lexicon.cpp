// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/frame_lexicon.hpp"

#include "graph/error.hpp"
#include "ingest/table_file.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <istream>
#include <utility>

namespace entente::coding {

namespace {

enum Column : std::size_t {
    trigger,
    pos,
    type,
    mode,
    cameo_code,
    source,
    target,
    topic,
    content,
    flags,
    predicate,
    column_count
};

template<class Value>
using Names = std::initializer_list<std::pair<std::string_view, Value>>;

/// Looks a word up in a short list; the error lists what would have been right.
template<class Value>
Value choose(const TableRow& row, Column column, std::string_view text, const Names<Value>& names,
             std::string_view what) {
    for (const auto& [name, value] : names)
        if (name == text)
            return value;
    throw row.error(column, what, text);
}

FramePos read_pos(const TableRow& row) {
    return choose<FramePos>(row, pos, row[pos],
                            {{"V", FramePos::verb}, {"N", FramePos::noun}, {"A", FramePos::adjective}},
                            "V, N or A");
}

Content read_content(const TableRow& row) {
    return choose<Content>(
        row, content, row[content],
        {{"-", Content::none},
         {"say", Content::say},
         {"intend", Content::intend},
         {"request", Content::request},
         {"refuse", Content::refuse},
         {"deny", Content::deny},
         {"possible", Content::possible},
         {"attempt", Content::attempt},
         {"aspect", Content::aspect},
         {"believe", Content::believe},
         {"light", Content::light}},
        "say, intend, request, refuse, deny, possible, attempt, aspect, believe, light or -");
}

Role read_role(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, Role::Kind>, 6> kinds{{
        {"subj", Role::Kind::subject},
        {"obj", Role::Kind::object},
        {"iobj", Role::Kind::indirect},
        {"poss", Role::Kind::possessor},
        {"comp", Role::Kind::complement},
        {"speaker", Role::Kind::speaker},
    }};
    for (const auto& [name, kind] : kinds)
        if (name == text)
            return {kind, {}};
    return {Role::Kind::preposition, std::string(text)};
}

/// The roles of a column, or those of `usual` where the column has a dash.
std::vector<Role> read_roles(const TableRow& row, Column column, std::string_view usual) {
    std::vector<Role> roles;
    const std::string_view text = row[column] == "-" ? usual : row[column];
    if (text.empty())
        return roles;
    for (const std::string_view alternative : split(text, '|')) {
        if (alternative.empty() || alternative.find(' ') != std::string_view::npos)
            throw row.error(column, "roles joined by |", row[column]);
        roles.push_back(read_role(alternative));
    }
    return roles;
}

std::string_view default_source(FramePos pos) noexcept {
    return pos == FramePos::noun ? "poss|by|of|from|subj" : "subj";
}

std::string_view default_target(FramePos pos) noexcept {
    switch (pos) {
    case FramePos::verb:
        return "obj";
    case FramePos::noun:
        return "for|to|with|of|against|on";
    case FramePos::adjective:
        return "to|with|for|of|about|at";
    }
    return "obj";
}

void read_event(const TableRow& row, Frame& frame) {
    if (row[type] != "-") {
        frame.type = plover::parse_event_type(row[type]);
        if (!frame.type)
            throw row.error(type, "a PLOVER event type or -", row[type]);
    }
    if (row[mode] != "-") {
        frame.mode = frame.type ? plover::Mode::find(*frame.type, row[mode]) : std::nullopt;
        if (!frame.mode)
            throw row.error(mode, "a mode of the event type or -", row[mode]);
    }
    if (row[cameo_code] != "-") {
        frame.cameo = cameo::Code::find(row[cameo_code]);
        if (!frame.cameo)
            throw row.error(cameo_code, "a CAMEO code or -", row[cameo_code]);
    }
}

void read_flags(const TableRow& row, Frame& frame) {
    if (row[flags] == "-")
        return;
    for (const std::string_view flag : split(row[flags], ','))
        *choose<bool*>(row, flags, flag,
                       {{"sym", &frame.symmetric},
                        {"weak", &frame.weak},
                        {"future", &frame.future},
                        {"neg", &frame.negative},
                        {"internal", &frame.internal}},
                       "sym, weak, future, neg, internal or -") = true;
}

Frame read_frame(const TableRow& row) {
    Frame frame;
    frame.line = row.line();
    for (const std::string_view lemma : split(row[trigger], ' '))
        frame.trigger.emplace_back(lemma);
    if (std::any_of(frame.trigger.begin(), frame.trigger.end(),
                    [](const auto& lemma) { return lemma.empty(); }))
        throw row.error(trigger, "lemmas separated by one space", row[trigger]);
    frame.pos = read_pos(row);
    read_event(row, frame);
    frame.source = read_roles(row, source, default_source(frame.pos));
    frame.target = read_roles(row, target, default_target(frame.pos));
    frame.topic = read_roles(row, topic, "");
    frame.content = read_content(row);
    read_flags(row, frame);
    frame.predicate = row[predicate] == "-" ? std::string{} : std::string(row[predicate]);
    return frame;
}

} // namespace

FrameLexicon FrameLexicon::load(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw InputError({file.string()}, "cannot be opened");
    FrameLexicon lexicon;
    lexicon.add(in, file.string());
    return lexicon;
}

void FrameLexicon::add(std::istream& in, const std::string& file) {
    read_table(in, file, column_count, [this](const TableRow& row) { insert(read_frame(row)); });
}

void FrameLexicon::insert(Frame frame) {
    auto& frames = by_head_[static_cast<std::size_t>(frame.pos)][frame.trigger.front()];
    frames_.push_back(std::make_unique<const Frame>(std::move(frame)));
    const Frame* added = frames_.back().get();
    const auto same = std::find_if(frames.begin(), frames.end(),
                                   [&](const Frame* other) { return other->trigger == added->trigger; });
    if (same != frames.end())
        *same = added;
    else
        frames.insert(
            std::find_if(frames.begin(), frames.end(),
                         [&](const Frame* other) { return other->trigger.size() < added->trigger.size(); }),
            added);
}

const std::vector<const Frame*>& FrameLexicon::find(std::string_view lemma, FramePos pos) const {
    static const std::vector<const Frame*> none;
    const Index& index = by_head_[static_cast<std::size_t>(pos)];
    const auto found = index.find(lemma);
    return found == index.end() ? none : found->second;
}

} // namespace entente::coding
