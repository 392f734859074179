// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/shared_library.hpp"

#include "graph/error.hpp"

#include <dlfcn.h>

namespace entente::detail {

namespace {

std::string last_fault() {
    const char* const text = ::dlerror();
    return text == nullptr ? std::string("the reason is unknown") : std::string(text);
}

} // namespace

SharedLibrary::SharedLibrary(const char* name) : name_(name), handle_(::dlopen(name, RTLD_NOW | RTLD_LOCAL)) {
    if (handle_ == nullptr)
        throw Error("cannot load the library " + name_ + ": " + last_fault());
}

SharedLibrary::Function SharedLibrary::function(const char* name) const {
    void* const place = ::dlsym(handle_, name);
    if (place == nullptr)
        throw Error("the library " + name_ + " has no function " + name);
    return Function(place);
}

} // namespace entente::detail
