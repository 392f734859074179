// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/comparison.hpp"
#include "graph/cypher/detail/compiler.hpp"
#include "graph/cypher/detail/syntax_error.hpp"

#include <algorithm>
#include <utility>

namespace entente::cypher::detail {

using ast::Expression;
using ast::Op;

namespace {

Value element_at(Runtime& runtime, const Value& owner, const Value& key, ast::Position at) {
    if (owner.is_null() || key.is_null())
        return {};
    if (owner.kind() == Kind::list) {
        if (key.kind() != Kind::integer)
            wrong_kind(at, "an integer as the place in a list", key);
        const auto size = static_cast<std::int64_t>(owner.list().size());
        const std::int64_t index = key.integer() < 0 ? key.integer() + size : key.integer();
        return index < 0 || index >= size ? Value() : owner.list()[static_cast<std::size_t>(index)];
    }
    if (key.kind() != Kind::string)
        wrong_kind(at, "a string as the key", key);
    const std::string name(key.text());
    switch (owner.kind()) {
    case Kind::map: {
        const Value* found = find(owner.map(), name);
        return found == nullptr ? Value() : *found;
    }
    case Kind::node: {
        const auto property = parse_node_property(name);
        return property ? runtime.graph().property(owner.node(), *property) : Value();
    }
    case Kind::relationship: {
        const auto property = parse_relationship_property(name);
        return property ? runtime.graph().property(owner.relationship(), *property) : Value();
    }
    default:
        wrong_kind(at, "a list, a map, a node or a relationship in front of [", owner);
    }
}

/// A bound of a slice as a place from 0 to the size.
std::size_t bound(const Value& value, std::size_t size, ast::Position at) {
    if (value.kind() != Kind::integer)
        wrong_kind(at, "an integer as the bound of a slice", value);
    const auto length = static_cast<std::int64_t>(size);
    const std::int64_t index =
        value.integer() < 0 ? std::max(value.integer(), -length) + length : value.integer();
    return static_cast<std::size_t>(std::min(index, length));
}

Evaluator compile_slice(Compiler& compiler, const Expression& expression, const Scope& scope) {
    const auto part = [&](std::size_t i) {
        return expression.children[i] == nullptr ? Evaluator()
                                                 : compiler.compile(*expression.children[i], scope);
    };
    return [owner = part(0), from = part(1), to = part(2), at = expression.at](Runtime& runtime) {
        const Value list = owner(runtime);
        const Value first = from ? from(runtime) : Value(std::int64_t{0});
        const Value last = to ? to(runtime) : Value(std::numeric_limits<std::int64_t>::max());
        if (list.is_null() || first.is_null() || last.is_null())
            return Value();
        if (list.kind() != Kind::list)
            wrong_kind(at, "a list in front of a slice", list);
        const List& elements = list.list();
        const std::size_t begin = bound(first, elements.size(), at);
        const std::size_t end = std::max(begin, bound(last, elements.size(), at));
        return Value(List(elements.begin() + static_cast<std::ptrdiff_t>(begin),
                          elements.begin() + static_cast<std::ptrdiff_t>(end)));
    };
}

} // namespace

Evaluator compile_container(Compiler& compiler, const Expression& expression, const Scope& scope) {
    if (expression.op == Op::slice)
        return compile_slice(compiler, expression, scope);
    std::vector<Evaluator> parts;
    for (const ast::ExpressionPtr& child : expression.children)
        parts.push_back(compiler.compile(*child, scope));
    if (expression.op == Op::subscript)
        return
            [owner = std::move(parts[0]), key = std::move(parts[1]), at = expression.at](Runtime& runtime) {
                const Value value = owner(runtime);
                return element_at(runtime, value, key(runtime), at);
            };
    if (expression.op == Op::map)
        return [parts = std::move(parts), names = expression.names](Runtime& runtime) {
            Map map;
            for (std::size_t i = 0; i < parts.size(); ++i)
                map.emplace_back(names[i], parts[i](runtime));
            return Value(std::move(map));
        };
    return [parts = std::move(parts)](Runtime& runtime) {
        List list;
        list.reserve(parts.size());
        for (const Evaluator& part : parts)
            list.push_back(part(runtime));
        return Value(std::move(list));
    };
}

namespace {

/// The list that a loop runs over; nothing for null.
const List* looped_list(const Value& value, ast::Position at) {
    if (value.is_null())
        return nullptr;
    if (value.kind() != Kind::list)
        wrong_kind(at, "a list behind IN", value);
    return &value.list();
}

struct Loop {
    Evaluator list;
    std::uint32_t slot = 0;
    Scope scope;
};

/// The variable of a loop hides one of the same name outside of it.
Loop begin_loop(Compiler& compiler, const Expression& list, const std::string& variable, const Scope& scope) {
    Loop loop{compiler.compile(list, scope), compiler.new_slot(), scope};
    // What is looped over tells what each element is.
    const Variable* outer = list.op == Op::variable ? scope.find(list.text) : nullptr;
    Shape shape = Shape::any;
    if (list.op == Op::call && list.text == "nodes")
        shape = Shape::node;
    else if ((list.op == Op::call && list.text == "relationships") ||
             (outer != nullptr && outer->shape == Shape::relationships))
        shape = Shape::relationship;
    loop.scope.add(variable, {loop.slot, shape});
    return loop;
}

Evaluator compile_comprehension(Compiler& compiler, const Expression& expression, const Scope& scope) {
    Loop loop = begin_loop(compiler, *expression.children[0], expression.text, scope);
    const auto part = [&](std::size_t i) {
        return expression.children[i] == nullptr ? Evaluator()
                                                 : compiler.compile(*expression.children[i], loop.scope);
    };
    return [list = std::move(loop.list), slot = loop.slot, filter = part(1), mapped = part(2),
            at = expression.at](Runtime& runtime) {
        const Value owner = list(runtime);
        const List* elements = looped_list(owner, at);
        if (elements == nullptr)
            return Value();
        List result;
        for (const Value& element : *elements) {
            runtime.tick();
            runtime[slot] = element;
            if (!filter || truth(filter(runtime), at).value_or(false))
                result.push_back(mapped ? mapped(runtime) : element);
        }
        return Value(std::move(result));
    };
}

/// How many elements pass, and whether null leaves that open; then what the quantifier makes of it.
Value quantified(Op op, std::size_t size, std::size_t passed, std::size_t open) {
    switch (op) {
    case Op::all:
        return passed + open < size ? Value(false) : open > 0 ? Value() : Value(true);
    case Op::any:
        return passed > 0 ? Value(true) : open > 0 ? Value() : Value(false);
    case Op::none:
        return passed > 0 ? Value(false) : open > 0 ? Value() : Value(true);
    default:
        return passed > 1 ? Value(false) : open > 0 ? Value() : Value(passed == 1);
    }
}

Evaluator compile_quantifier(Compiler& compiler, const Expression& expression, const Scope& scope) {
    Loop loop = begin_loop(compiler, *expression.children[0], expression.text, scope);
    return [list = std::move(loop.list), slot = loop.slot,
            test = compiler.compile(*expression.children[1], loop.scope), op = expression.op,
            at = expression.at](Runtime& runtime) {
        const Value owner = list(runtime);
        const List* elements = looped_list(owner, at);
        if (elements == nullptr)
            return Value();
        std::size_t passed = 0;
        std::size_t open = 0;
        for (const Value& element : *elements) {
            runtime.tick();
            runtime[slot] = element;
            const Truth value = truth(test(runtime), at);
            passed += value == Truth(true) ? 1 : 0;
            open += value ? 0 : 1;
        }
        return quantified(op, elements->size(), passed, open);
    };
}

Evaluator compile_reduce(Compiler& compiler, const Expression& expression, const Scope& scope) {
    Evaluator start = compiler.compile(*expression.children[0], scope);
    Loop loop = begin_loop(compiler, *expression.children[1], expression.names[0], scope);
    const std::uint32_t total = compiler.new_slot();
    loop.scope.add(expression.text, {total, Shape::any});
    return
        [start = std::move(start), list = std::move(loop.list), slot = loop.slot, total,
         step = compiler.compile(*expression.children[2], loop.scope), at = expression.at](Runtime& runtime) {
            const Value owner = list(runtime);
            const List* elements = looped_list(owner, at);
            if (elements == nullptr)
                return Value();
            runtime[total] = start(runtime);
            for (const Value& element : *elements) {
                runtime.tick();
                runtime[slot] = element;
                runtime[total] = step(runtime);
            }
            return runtime[total];
        };
}

} // namespace

Evaluator compile_loop(Compiler& compiler, const Expression& expression, const Scope& scope) {
    if (expression.op == Op::comprehension)
        return compile_comprehension(compiler, expression, scope);
    if (expression.op == Op::reduce)
        return compile_reduce(compiler, expression, scope);
    return compile_quantifier(compiler, expression, scope);
}

Evaluator compile_case(Compiler& compiler, const Expression& expression, const Scope& scope) {
    std::vector<Evaluator> parts;
    for (const ast::ExpressionPtr& child : expression.children)
        parts.push_back(child == nullptr ? Evaluator() : compiler.compile(*child, scope));
    // Operand or nothing, pairs of when and then, else or nothing.
    return [parts = std::move(parts), at = expression.at](Runtime& runtime) {
        const Value operand = parts.front() ? parts.front()(runtime) : Value();
        for (std::size_t i = 1; i + 1 < parts.size(); i += 2) {
            const Value when = parts[i](runtime);
            const Truth is_chosen = parts.front() ? equal(operand, when) : truth(when, at);
            if (is_chosen.value_or(false))
                return parts[i + 1](runtime);
        }
        return parts.back() ? parts.back()(runtime) : Value();
    };
}

} // namespace entente::cypher::detail
