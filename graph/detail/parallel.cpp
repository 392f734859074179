// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/parallel.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <future>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace entente::detail {

namespace {

// Beyond it the memory that the threads fill is what takes the time.
constexpr std::size_t most_threads = 8;

thread_local std::size_t own_number = 0;

// What the threads share.
class Numbers {
public:
    Numbers(std::size_t count, const std::function<void(std::size_t)>& work,
            const std::function<void(std::size_t)>& finish)
        : count_(count), work_(work), finish_(finish) {}

    void run(std::size_t thread) noexcept {
        own_number = thread;
        try {
            for (std::size_t number = 0; take(number);) {
                work_(number);
                if (finish_ && !finish_in_turn(number))
                    return;
            }
        } catch (...) {
            fail();
        }
    }

    void throw_if_failed() const {
        if (thrown_)
            std::rethrow_exception(thrown_);
    }

private:
    bool take(std::size_t& number) {
        const std::lock_guard lock(mutex_);
        if (thrown_ || next_ == count_)
            return false;
        number = next_++;
        return true;
    }

    bool finish_in_turn(std::size_t number) {
        std::unique_lock lock(mutex_);
        turn_.wait(lock, [&] { return thrown_ || finished_ == number; });
        if (thrown_)
            return false;
        lock.unlock();
        finish_(number);
        lock.lock();
        ++finished_;
        turn_.notify_all();
        return true;
    }

    void fail() noexcept {
        const std::lock_guard lock(mutex_);
        if (!thrown_)
            thrown_ = std::current_exception();
        turn_.notify_all();
    }

    std::size_t count_;
    const std::function<void(std::size_t)>& work_;
    const std::function<void(std::size_t)>& finish_;
    std::mutex mutex_;
    std::condition_variable turn_;
    std::size_t next_ = 0;
    std::size_t finished_ = 0;
    std::exception_ptr thrown_;
};

} // namespace

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work,
                 const std::function<void(std::size_t)>& finish) {
    Numbers numbers(count, work, finish);
    {
        std::vector<std::future<void>> others;
        try {
            for (std::size_t thread = 1; thread < std::min(thread_count(), count); ++thread)
                others.push_back(std::async(std::launch::async, [&numbers, thread] { numbers.run(thread); }));
        } catch (const std::system_error&) { // no more threads to be had: those that are there do all
        }
        numbers.run(0);
    } // waits for the others
    numbers.throw_if_failed();
}

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work) {
    in_parallel(count, work, {});
}

std::size_t thread_count() noexcept {
    return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most_threads);
}

std::size_t thread_number() noexcept { return own_number; }

} // namespace entente::detail
