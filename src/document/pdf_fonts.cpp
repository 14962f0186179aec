// SPDX-License-Identifier: Apache-2.0
#include "document/pdf_fonts.h"

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>

#include <fmt/format.h>
#include <pango/pangofc-fontmap.h>

#include "document/text.h"

namespace document {

namespace {

void add_folder(FcConfig* config, const std::filesystem::path& folder)
{
    if (!std::filesystem::is_directory(folder)) return;
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        const std::string ending = entry.path().extension().string();
        if (ending == ".otf" || ending == ".ttf" || ending == ".ttc") files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    for (const std::string& file : files)
        FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(file.c_str()));
}

// The bold Fandol cuts carry the weight of the regular ones in their tables; their style name is right.
constexpr std::string_view bold_by_name =
    "<match target=\"scan\"><test name=\"style\"><string>Bold</string></test>"
    "<edit name=\"weight\" mode=\"assign\"><const>bold</const></edit></match>";

// The configuration of the system, but with no fonts other than those asked for: what a report looks like must not
// depend on what else is installed, and choosing among few is quicker.
std::string only(const std::vector<std::string>& families)
{
    std::string accepted;
    for (const std::string& family : families)
        accepted +=
            fmt::format("<pattern><patelt name=\"family\"><string>{}</string></patelt></pattern>", escaped(family));
    return "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><selectfont>"
           "<rejectfont><pattern/></rejectfont><acceptfont>" +
           accepted + "</acceptfont></selectfont>" + std::string{bold_by_name} + "</fontconfig>";
}

std::vector<std::string> all_families(const Fonts& fonts)
{
    std::vector<std::string> families{fonts.fallback};
    for (const auto* list : {&fonts.title, &fonts.body, &fonts.heading, &fonts.subheading, &fonts.song})
        families.insert(families.end(), list->begin(), list->end());
    return families;
}

FcConfig* configuration_of(const Fonts& fonts)
{
    FcConfig* const config = FcInitLoadConfig();
    if (!config) throw std::runtime_error("fontconfig cannot read its configuration");
    const std::string choice = only(all_families(fonts));
    FcConfigParseAndLoadFromMemory(config, reinterpret_cast<const FcChar8*>(choice.c_str()), FcTrue);
    FcConfigBuildFonts(config);
    add_folder(config, fonts.folder);
    return config;
}

std::set<std::string> installed_families(FcConfig* config)
{
    std::set<std::string> families;
    FcPattern* const all = FcPatternCreate();
    FcObjectSet* const wanted = FcObjectSetBuild(FC_FAMILY, nullptr);
    FcFontSet* const found = FcFontList(config, all, wanted);
    for (int i = 0; found && i < found->nfont; ++i) {
        FcChar8* name = nullptr;
        for (int n = 0; FcPatternGetString(found->fonts[i], FC_FAMILY, n, &name) == FcResultMatch; ++n)
            families.insert(reinterpret_cast<const char*>(name));
    }
    if (found) FcFontSetDestroy(found);
    FcObjectSetDestroy(wanted);
    FcPatternDestroy(all);
    return families;
}

bool has_bold(FcConfig* config, const std::string& family)
{
    FcPattern* const wanted = FcPatternBuild(nullptr, FC_FAMILY, FcTypeString, family.c_str(), FC_WEIGHT, FcTypeInteger,
                                             FC_WEIGHT_BOLD, nullptr);
    FcObjectSet* const nothing = FcObjectSetCreate();
    FcFontSet* const found = FcFontList(config, wanted, nothing);
    const bool any = found && found->nfont > 0;
    if (found) FcFontSetDestroy(found);
    FcObjectSetDestroy(nothing);
    FcPatternDestroy(wanted);
    return any;
}

// The first installed family of the list, then the fallback for the glyphs it has not.
Face face_of(const std::vector<std::string>& wanted, const std::string& fallback,
             const std::set<std::string>& installed)
{
    const auto found =
        std::find_if(wanted.begin(), wanted.end(), [&](const std::string& name) { return installed.contains(name); });
    if (found == wanted.end() || *found == fallback) return {fallback, fallback};
    return {*found, *found + "," + fallback};
}

bool same(const Fonts& a, const Fonts& b)
{
    return a.folder == b.folder && a.title == b.title && a.body == b.body && a.heading == b.heading &&
           a.subheading == b.subheading && a.song == b.song && a.fallback == b.fallback;
}

}  // namespace

base::Result<std::shared_ptr<const FontSet>> FontSet::of_this_thread(const Fonts& fonts)
{
    struct Kept {
        Fonts fonts;
        std::shared_ptr<const FontSet> set;
    };
    thread_local std::optional<Kept> kept;
    if (kept && same(kept->fonts, fonts)) return kept->set;
    TRY_ASSIGN(std::shared_ptr<const FontSet> set, open(fonts));
    kept = Kept{fonts, set};
    return set;
}

base::Result<std::shared_ptr<const FontSet>> FontSet::open(const Fonts& fonts)
{
    std::shared_ptr<FontSet> set{new FontSet};
    set->config_.reset(configuration_of(fonts));
    const std::set<std::string> installed = installed_families(set->config_.get());
    if (!installed.contains(fonts.fallback))
        return base::fail(base::ErrorKind::not_found, "document.font.missing", {{"family", fonts.fallback}});
    set->title = face_of(fonts.title, fonts.fallback, installed);
    // 小标宋 has one weight; what stands in for it does so by its bold cut.
    set->title.bold = has_bold(set->config_.get(), set->title.family);
    set->body = face_of(fonts.body, fonts.fallback, installed);
    set->heading = face_of(fonts.heading, fonts.fallback, installed);
    set->heading.bold = set->heading.family == fonts.fallback;
    set->subheading = face_of(fonts.subheading, fonts.fallback, installed);
    set->song = face_of(fonts.song, fonts.fallback, installed);

    set->map_.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    if (!set->map_) throw std::runtime_error("Pango has no FreeType fonts");
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(set->map_.get()), set->config_.get());
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(set->map_.get()), 72);
    set->context_.reset(pango_font_map_create_context(set->map_.get()));
    // Else advances round to whole points, and 28 characters never fit in a line.
    pango_context_set_round_glyph_positions(set->context_.get(), FALSE);
    // Else the fallback takes Japanese forms of the characters.
    pango_context_set_language(set->context_.get(), pango_language_from_string("zh-cn"));
    cairo_font_options_t* const options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(set->context_.get(), options);
    cairo_font_options_destroy(options);
    return std::shared_ptr<const FontSet>{std::move(set)};
}

}  // namespace document
