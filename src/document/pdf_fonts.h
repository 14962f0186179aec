// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include "document/document.h"

namespace document {

struct Unreferenced {
    void operator()(void* object) const { g_object_unref(object); }
};
using LayoutPointer = std::unique_ptr<PangoLayout, Unreferenced>;

// A typeface of a report; `families` is the family and its fallback as Pango reads them.
struct Face {
    std::string family;
    std::string families;
    bool bold = false;
};

// Fonts made ready to lay text out at 72 units to the inch. Opening takes some 10 ms, so a thread keeps its own: a font
// map belongs to one thread.
class FontSet {
public:
    static base::Result<std::shared_ptr<const FontSet>> of_this_thread(const Fonts& fonts);

    Face title, body, heading, subheading, song;

    LayoutPointer layout() const { return LayoutPointer{pango_layout_new(context_.get())}; }

private:
    FontSet() = default;
    static base::Result<std::shared_ptr<const FontSet>> open(const Fonts& fonts);

    struct ConfigDestroyed {
        void operator()(FcConfig* config) const { FcConfigDestroy(config); }
    };
    std::unique_ptr<FcConfig, ConfigDestroyed> config_;
    std::unique_ptr<PangoFontMap, Unreferenced> map_;
    std::unique_ptr<PangoContext, Unreferenced> context_;
};

}  // namespace document
