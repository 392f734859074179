// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_PARALLEL_HPP
#define ENTENTE_GRAPH_DETAIL_PARALLEL_HPP

#include <cstddef>
#include <functional>

namespace entente::detail {

/// Calls `work` with each number less than `count`, once, on as many threads as the machine runs at once,
/// eight at most. A number is taken up after all lower ones were. Throws what was thrown first; the numbers
/// not taken up by then are left out.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

/// The same where each number has a second part, `finish`, which is called in the order of the numbers, one
/// at a time, on the thread that did the first.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work,
                 const std::function<void(std::size_t)>& finish);

/// How many threads that is, at most.
std::size_t thread_count() noexcept;

/// Which of these threads calls, less than thread_count(), from within `work` and `finish`.
std::size_t thread_number() noexcept;

} // namespace entente::detail

#endif
