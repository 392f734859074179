// SPDX-License-Identifier: Apache-2.0
#include "export/dot.hpp"

#include "export/detail/cgraph.hpp"
#include "export/detail/draw_diagram.hpp"
#include "export/detail/place_labels.hpp"
#include "graph/detail/shared_library.hpp"
#include "graph/error.hpp"

#include <gvc.h>

#include <algorithm>
#include <array>
#include <ostream>

namespace entente {

namespace {

constexpr std::array<std::string_view, 4> format_names{"svg", "png", "pdf", "dot"};

/// Graphviz's layouts and renderers, loaded with the first picture: most commands draw none.
struct Libgvc {
    detail::SharedLibrary library{"libgvc.so.6"};
    decltype(&::gvContext) context = library.function("gvContext");
    decltype(&::gvLayout) layout = library.function("gvLayout");
    decltype(&::gvFreeLayout) free_layout = library.function("gvFreeLayout");
    decltype(&::gvRenderData) render_data = library.function("gvRenderData");
    decltype(&::gvFreeRenderData) free_render_data = library.function("gvFreeRenderData");
};

const Libgvc& libgvc() {
    static const Libgvc functions;
    return functions;
}

/// Graphviz's plug-ins, loaded once a process: Graphviz 2.42 touches what gvFreeContext freed when a second
/// context is made.
GVC_t* graphviz() {
    static GVC_t* const context = [] {
        agseterr(AGMAX); // print nothing: what fails is thrown
        return libgvc().context();
    }();
    return context;
}

/// A layout that is freed before its graph and its context are.
class Layout {
public:
    Layout(GVC_t* context, Agraph_t* graph, const std::string& engine) : context_(context), graph_(graph) {
        if (libgvc().layout(context, graph, engine.c_str()) != 0)
            throw Error("cannot lay the diagram out: Graphviz's engine " + entente::quoted(engine) +
                        " failed");
    }
    ~Layout() { libgvc().free_layout(context_, graph_); }
    Layout(const Layout&) = delete;
    Layout& operator=(const Layout&) = delete;

private:
    GVC_t* context_;
    Agraph_t* graph_;
};

void write(std::ostream& out, std::string_view bytes) {
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out)
        throw OutputError("cannot write the diagram: the output takes no more");
}

} // namespace

std::optional<ImageFormat> parse_image_format(std::string_view extension) noexcept {
    const auto* const found = std::ranges::find(format_names, extension);
    if (found == format_names.end())
        return std::nullopt;
    return static_cast<ImageFormat>(found - format_names.begin());
}

const std::vector<std::string>& layout_engines() {
    static const std::vector<std::string> engines{"dot", "neato", "fdp", "sfdp", "circo", "twopi"};
    return engines;
}

void write_dot(std::ostream& out, const Diagram& diagram, const DotOptions& options) {
    const auto graph = detail::draw_diagram(diagram, options);
    write(out, detail::dot_text(graph.get()));
}

void render_diagram(std::ostream& out, const Diagram& diagram, ImageFormat format,
                    const DotOptions& options) {
    if (format == ImageFormat::dot)
        return write_dot(out, diagram, options);
    const auto engine = detail::engine_for(diagram, options.engine);
    const auto graph = detail::draw_diagram(diagram, options);
    if (format == ImageFormat::png) // in SVG, Graphviz 2.42 would scale the drawing but not its view box
        detail::set(graph.get(), "dpi", "144");
    auto* const context = graphviz();
    const Layout layout(context, graph.get(), engine);
    if (engine != "dot")
        detail::place_labels(graph.get());
    char* bytes = nullptr;
    unsigned size = 0;
    const auto* const name = format_names[static_cast<std::size_t>(format)].data();
    if (libgvc().render_data(context, graph.get(), name, &bytes, &size) != 0)
        throw Error("cannot draw the diagram: Graphviz has no renderer for " + std::string(name));
    const std::unique_ptr<char, decltype(&gvFreeRenderData)> owner(bytes, libgvc().free_render_data);
    write(out, {bytes, size});
}

} // namespace entente
