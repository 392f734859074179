// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_FUNCTION_REF_HPP
#define ENTENTE_GRAPH_CYPHER_FUNCTION_REF_HPP

#include <memory>
#include <type_traits>
#include <utility>

namespace entente::cypher {

template<class Signature>
class FunctionRef;

/// Something to call for as long as the call that it was passed to lasts; it owns nothing and allocates
/// nothing.
template<class Result, class... Arguments>
class FunctionRef<Result(Arguments...)> {
public:
    template<class Callable>
    // clang-tidy 14 does not see that the constraint keeps copies out.
    // NOLINTNEXTLINE(bugprone-forwarding-reference-overload)
    requires(!std::is_same_v<std::remove_cvref_t<Callable>, FunctionRef>) FunctionRef(Callable&& callable)
    noexcept
        : object_(const_cast<void*>(static_cast<const void*>(std::addressof(callable)))),
          call_([](void* object, Arguments... arguments) -> Result {
              return (*static_cast<std::remove_reference_t<Callable>*>(object))(
                  std::forward<Arguments>(arguments)...);
          }) {}

    Result operator()(Arguments... arguments) const {
        return call_(object_, std::forward<Arguments>(arguments)...);
    }

private:
    void* object_;
    Result (*call_)(void*, Arguments...);
};

} // namespace entente::cypher

#endif
