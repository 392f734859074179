// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/block_source.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace entente::detail {

namespace {

constexpr std::size_t block_size = std::size_t{1} << 20;
// A record that is longer is no record: a binary file, or a quote that nothing closes.
constexpr std::size_t longest_record = std::size_t{8} << 20;

std::string_view last_line(std::string_view bytes) {
    if (bytes.ends_with('\n'))
        bytes.remove_suffix(1);
    return bytes.substr(bytes.rfind('\n') + 1); // npos + 1 is 0
}

// Line ends, counted in lanes of bytes that cannot overflow, so that compilers take many bytes at once.
std::uint32_t count_lines(std::string_view bytes) {
    constexpr std::size_t lanes = 64;
    constexpr std::size_t most_rounds = 255;
    std::size_t count = 0;
    while (bytes.size() >= lanes) {
        std::array<std::uint8_t, lanes> counts{};
        const std::size_t rounds = std::min(bytes.size() / lanes, most_rounds);
        for (std::size_t round = 0; round < rounds; ++round) {
            for (std::size_t lane = 0; lane < lanes; ++lane)
                counts[lane] =
                    static_cast<std::uint8_t>(counts[lane] + (bytes[round * lanes + lane] == '\n'));
        }
        count = std::accumulate(counts.begin(), counts.end(), count);
        bytes.remove_prefix(rounds * lanes);
    }
    return static_cast<std::uint32_t>(count) +
           static_cast<std::uint32_t>(std::count(bytes.begin(), bytes.end(), '\n'));
}

} // namespace

BlockSource::BlockSource(ByteStream& stream, const TableLayout& layout, std::uint64_t offset,
                         std::uint32_t line)
    : stream_(&stream), layout_(&layout), dialect_{layout.separator(), layout.has_quotes()}, offset_(offset),
      line_(line) {
    if (offset == 0 && stream.peek().starts_with("\xEF\xBB\xBF")) {
        stream.sbumpc();
        stream.sbumpc();
        stream.sbumpc();
        offset_ = 3;
    }
}

bool BlockSource::next(Block& block) {
    block.size = waiting_.size();
    if (block.buffer.size() < block.size)
        block.buffer.resize(block.size);
    waiting_.copy(block.buffer.data(), block.size);
    std::size_t cut = 0;
    while (cut == 0) {
        if (is_at_end_ && block.size == 0)
            return false;
        read_more(block);
        cut = is_at_end_ ? block.size : find_cut(block.records());
        if (cut == 0 && block.size > longest_record)
            cut = cut_endless_record(block);
    }
    waiting_.assign(block.records().substr(cut));
    block.size = cut;
    std::fill_n(block.buffer.data() + cut, FieldSplitter::padding, '\0');
    block.first_line = line_;
    line_ += count_lines(block.records());
    offset_ += cut;
    block.end_line = line_;
    block.end_offset = offset_;
    return true;
}

// A buffer keeps its size from block to block, so that it is not cleared each time.
void BlockSource::read_more(Block& block) {
    const std::size_t size = block.size + block_size;
    if (block.buffer.size() < size + FieldSplitter::padding)
        block.buffer.resize(size + FieldSplitter::padding);
    const auto count = static_cast<std::size_t>(
        stream_->sgetn(block.buffer.data() + block.size, static_cast<std::streamsize>(block_size)));
    block.size += count;
    is_at_end_ = count < block_size;
}

// Behind the last whole record, but never between two that must be mapped together.
std::size_t BlockSource::find_cut(std::string_view bytes) const {
    std::size_t cut = whole_records(bytes, dialect_);
    std::string_view next = bytes.substr(cut);
    if (next.find('\n') == std::string_view::npos && cut != 0) { // the record behind the cut is not all there
        next = last_line(bytes.substr(0, cut));
        cut = static_cast<std::size_t>(next.data() - bytes.data());
    }
    while (cut != 0 && are_together(last_line(bytes.substr(0, cut)), next)) {
        next = last_line(bytes.substr(0, cut));
        cut = static_cast<std::size_t>(next.data() - bytes.data());
    }
    return cut;
}

bool BlockSource::are_together(std::string_view before, std::string_view after) const {
    if (dialect_.has_quotes)
        return false;
    const auto split_line = [this](std::string_view line, std::string& padded) {
        padded.assign(line.substr(0, line.find('\n')));
        const std::size_t size = padded.size();
        padded.append(FieldSplitter::padding, '\0');
        FieldSplitter splitter(std::string_view(padded).substr(0, size), dialect_, 1);
        return splitter.next() ? splitter.fields() : std::vector<std::string_view>{};
    };
    std::string first;
    std::string second;
    const auto a = split_line(before, first);
    const auto b = split_line(after, second);
    return layout_->belong_together(a, b);
}

// Where nothing closes a quote, the lines go on as they are and the splitter refuses the one that opens it.
// An endless line becomes a short one, which is refused, and the next line is read.
std::size_t BlockSource::cut_endless_record(Block& block) {
    constexpr std::size_t kept = 4096;
    const std::size_t last = block.records().rfind('\n');
    if (last != std::string::npos)
        return last + 1;
    offset_ += block.size - kept;
    block.size = kept;
    for (int byte = stream_->sbumpc(); byte != std::char_traits<char>::eof() && byte != '\n';
         byte = stream_->sbumpc())
        ++offset_;
    block.buffer[block.size++] = '\n';
    return block.size;
}

} // namespace entente::detail
