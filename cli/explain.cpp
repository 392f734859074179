// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/statement_options.hpp"
#include "graph/error.hpp"

#include <charconv>
#include <iostream>
#include <memory>
#include <string>

namespace entente::cli {

namespace {

using coding::At;

struct Options {
    StatementOptions statements;
    std::string where;
};

/// FILE, FILE:SENTENCE or FILE:STATEMENT:SENTENCE, each counted from 1.
struct Where {
    std::string file;
    std::size_t statement = 0;
    std::size_t sentence = 0;
};

/// Cuts ":number" off the end; 0 where there is none.
std::size_t cut_number(std::string& text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos || colon + 1 == text.size())
        return 0;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data() + colon + 1, text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return 0;
    text.resize(colon);
    return number;
}

Where parse_where(std::string text) {
    Where where;
    where.sentence = cut_number(text);
    where.statement = cut_number(text);
    where.file = text;
    return where;
}

std::string padded(std::string text, std::size_t width) {
    std::size_t shown = 0;
    for (const char c : text)
        shown += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return text.append(shown < width ? width - shown : 1, ' ');
}

std::string names(const std::vector<actors::Referent>& parties) {
    std::string text;
    for (const actors::Referent& party : parties) {
        text += (text.empty() ? "" : ", ") + party.code.text();
        if (!party.actor.empty())
            text += " (" + party.actor + ")";
    }
    return text.empty() ? "-" : text;
}

void print_words(const SentenceView& view) {
    std::cout << padded("", 4) << padded("WORD", 18) << padded("LEMMA", 16) << padded("UPOS", 7)
              << padded("HEAD", 6) << padded("RELATION", 15) << "STANDS FOR\n";
    for (At at = 0; at < view.tree.size(); ++at) {
        const ud::Word& word = view.tree.word(at);
        std::cout << padded(std::to_string(at + 1), 4) << padded(word.form, 18) << padded(word.lemma, 16)
                  << padded(std::string(ud::to_string(word.upos)), 7) << padded(std::to_string(word.head), 6)
                  << padded(word.deprel, 15);
        bool first = true;
        for (const actors::Referent& party : view.parties.at(at)) {
            std::cout << (first ? "" : ", ") << party.code.text();
            if (!party.actor.empty())
                std::cout << " (" << party.actor << ')';
            std::cout << " by " << to_string(party.rule);
            first = false;
        }
        std::cout << '\n';
    }
}

std::string trigger_text(const SentenceView& view, const coding::Frame* frame, At head) {
    std::string text = "\"" + view.tree.word(head).form + "\" (word " + std::to_string(head + 1) + ")";
    if (frame != nullptr) {
        text += ", frame \"";
        for (const std::string& lemma : frame->trigger)
            text += (text.back() == '"' ? "" : " ") + lemma;
        text += "\" of line " + std::to_string(frame->line);
    }
    return text;
}

std::string_view reach_name(coding::Reach reach) {
    switch (reach) {
    case coding::Reach::role:
        return "in its role";
    case coding::Reach::inside:
        return "inside its role";
    case coding::Reach::clause:
        return "elsewhere in the clause";
    case coding::Reach::shared:
        return "from the clause above";
    case coding::Reach::assumed:
        return "assumed";
    }
    return "";
}

void print_events(const SentenceView& view) {
    for (const coding::Event& event : view.reading.events) {
        std::cout << "  read    " << trigger_text(view, event.frame, event.head) << "\n            "
                  << plover::to_string(event.type) << ", " << to_string(event.modality)
                  << (event.symmetric ? ", symmetric" : "") << "\n            source " << names(event.sources)
                  << ' ' << reach_name(event.source_reach);
        if (!event.targets.empty())
            std::cout << "\n            target " << names(event.targets) << ' '
                      << reach_name(event.target_reach);
        if (event.said_by)
            std::cout << "\n            said by " << event.said_by->text();
        std::cout << '\n';
    }
    for (const coding::Unread& unread : view.reading.unread)
        std::cout << "  unread  " << trigger_text(view, unread.trigger.frame, unread.trigger.head) << ": "
                  << unread.reason << '\n';
}

void print_sentence(std::size_t number, const SentenceView& view) {
    std::cout << "Sentence " << number << ": narrator " << names(view.stage.narrator) << "; speaker "
              << names(view.stage.speaker) << "; sides " << names(view.stage.sides) << '\n';
    print_words(view);
    print_events(view);
    std::cout << '\n';
}

void run(const Options& options, Outcome& outcome) {
    const Where where = parse_where(options.where);
    const Extractor extractor = load_extractor(options.statements);
    ReadOptions read;
    read.publisher = options.statements.publisher;
    std::size_t number = 0;
    bool found = false;
    const auto explain = [&](Statement&& statement) {
        if (++number != where.statement && where.statement != 0)
            return;
        std::cout << "Statement " << statement.id << '\n';
        extractor.extract(std::move(statement), [&](std::size_t index, const SentenceView& view) {
            if (where.sentence == 0 || index + 1 == where.sentence) {
                found = true;
                print_sentence(index + 1, view);
            }
        });
    };
    read_statements(where.file, read, explain, [&](const Notice& notice) {
        std::cerr << "entente: " << to_string(notice) << '\n';
        if (notice.severity == Severity::refused)
            outcome.status = ExitStatus::some_refused;
    });
    if (!found)
        throw InputError({where.file},
                         "has no sentence " + std::to_string(where.sentence) + " that is coded");
}

} // namespace

void add_explain(const Command& app, Outcome& outcome) {
    auto options = std::make_shared<Options>();
    const Command command =
        app.add_subcommand("explain", "Why a relation was, or was not, read from a sentence");
    command.add_option("WHERE", options->where, "FILE, FILE:SENTENCE or FILE:STATEMENT:SENTENCE, from 1")
        .required();
    command.add_option("--publisher", options->statements.publisher, "for statements that name no publisher");
    command.add_option("--actors", options->statements.actors, "a file of further actors").type_name("FILE");
    command.add_option("--frames", options->statements.frames, "a file of further frames").type_name("FILE");
    command.footer("Example: entente explain examples/statements/china-belgium-call.md:2");
    command.callback([options, &outcome] { run(*options, outcome); });
}

} // namespace entente::cli
