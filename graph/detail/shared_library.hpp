// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_SHARED_LIBRARY_HPP
#define ENTENTE_GRAPH_DETAIL_SHARED_LIBRARY_HPP

#include <string>

namespace entente::detail {

/// A library that is loaded when it is first wanted, and stays until the process ends.
///
/// For those that only some commands use and that bring dozens of others along: loading them takes longer
/// than a question to a graph does.
class SharedLibrary {
public:
    /// `name` is the file as the linker knows it, "libcurl.so.4". Throws Error where it can't be loaded.
    explicit SharedLibrary(const char* name);

    /// A function, which becomes a pointer of the type that is asked for.
    class Function {
    public:
        template<class Signature>
        operator Signature*() const noexcept {
            return reinterpret_cast<Signature*>(place_);
        }

    private:
        friend class SharedLibrary;
        explicit Function(void* place) noexcept : place_(place) {}
        void* place_;
    };
    /// The function of this name. Throws Error where the library lacks it.
    Function function(const char* name) const;

private:
    std::string name_;
    void* handle_;
};

} // namespace entente::detail

#endif
