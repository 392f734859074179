// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/table_pipeline.hpp"

#include "ingest/statements/encoding.hpp"

#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <vector>

namespace entente::detail {

namespace {

struct Work {
    explicit Work(const MappedRows::File& file) : rows(file) {}
    Block block;
    MappedRows rows;
};

// Blocks and rows whose memory is used again.
class WorkPool {
public:
    explicit WorkPool(const MappedRows::File& file) : file_(&file) {}

    Work* get() {
        const std::lock_guard lock(mutex_);
        if (free_.empty()) {
            all_.push_back(std::make_unique<Work>(*file_));
            return all_.back().get();
        }
        Work* work = free_.back();
        free_.pop_back();
        return work;
    }

    void put_back(Work* work) {
        work->rows.clear();
        const std::lock_guard lock(mutex_);
        free_.push_back(work);
    }

private:
    const MappedRows::File* file_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Work>> all_;
    std::vector<Work*> free_;
};

// A record in Windows-1252, as UTF-8.
void map_recoded(const FieldSplitter& broken, const Dialect& dialect, TableLayout& layout, MappedRows& out) {
    std::string text = decode(broken.text()).text;
    const std::size_t size = text.size();
    text.append(FieldSplitter::padding, '\0');
    FieldSplitter records(std::string_view(text).substr(0, size), dialect, broken.line());
    if (records.next())
        layout.map({records.fields(), records.line(), records.text()}, out);
}

} // namespace

void map_block(const Block& block, TableLayout& layout, MappedRows& out) {
    const Dialect dialect{layout.separator(), layout.has_quotes()};
    FieldSplitter records(block.records(), dialect, block.first_line);
    const bool has_header = layout.has_header();
    while (records.next()) {
        if (has_header && records.line() == 1)
            continue;
        const EventRow row{records.fields(), records.line(), records.text()};
        out.set_row(row);
        if (records.fault() == RecordFault::none)
            layout.map(row, out);
        else if (records.fault() == RecordFault::open_quote)
            out.refuse(row, RowOutcome::open_quote, "a quote that nothing closes");
        else if (layout.may_be_windows_1252())
            map_recoded(records, dialect, layout, out);
        else
            out.refuse(row, RowOutcome::bad_utf8, "broken UTF-8");
    }
    out.make_ids();
}

void run_pipeline(BlockSource& source, TableLayout& layout, const MappedRows::File& file, std::size_t threads,
                  const MappedSink& sink) {
    namespace tbb = oneapi::tbb;
    WorkPool pool(file);
    const auto read = [&](tbb::flow_control& control) -> Work* {
        Work* work = pool.get();
        if (!source.next(work->block))
            control.stop();
        return work;
    };
    const auto map = [&](Work* work) {
        map_block(work->block, layout, work->rows);
        return work;
    };
    const auto write = [&](Work* work) {
        sink(work->rows, work->block);
        pool.put_back(work);
    };
    const auto map_mode =
        layout.is_aggregate() ? tbb::filter_mode::serial_in_order : tbb::filter_mode::parallel;
    tbb::task_arena arena(threads == 0 ? tbb::task_arena::automatic : static_cast<int>(threads));
    arena.execute([&] {
        constexpr std::size_t blocks_at_once = 6;
        tbb::parallel_pipeline(blocks_at_once,
                               tbb::make_filter<void, Work*>(tbb::filter_mode::serial_in_order, read) &
                                   tbb::make_filter<Work*, Work*>(map_mode, map) &
                                   tbb::make_filter<Work*, void>(tbb::filter_mode::serial_in_order, write));
    });
    for (bool has_more = layout.is_aggregate(); has_more;) {
        Work* work = pool.get();
        has_more = layout.finish(work->rows);
        work->rows.make_ids();
        sink(work->rows, work->block);
        pool.put_back(work);
    }
}

} // namespace entente::detail
