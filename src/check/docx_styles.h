// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace spreadsheet {
class Archive;
}

namespace check {

// What word/styles.xml says of paragraphs: which styles are headings, by their outline level or that of the style they
// are based on, as Word reads them; and how large the letters of the default style are.
class DocxStyles {
public:
    struct Style {
        std::string name = {};
        std::string based_on = {};
        std::optional<int> outline_level = {};  // 0 is the first level of headings, 9 is body text
        int half_points = 0;                    // 0: not said
    };

    // Without the file's styles a heading is known by the id alone (Heading1, 标题1).
    DocxStyles() = default;
    DocxStyles(std::map<std::string, Style, std::less<>> styles, std::string default_style, int half_points);

    bool is_heading(std::string_view style) const;
    int half_points() const { return half_points_; }

private:
    std::map<std::string, Style, std::less<>> styles_;
    int half_points_ = 20;  // Word's own, where nobody says anything
};

// The document's styles; none for a document without them. Refuses as spreadsheet/archive.h and xml.h say.
base::Result<DocxStyles> docx_styles(spreadsheet::Archive& archive);

constexpr int body_level = 9;  // w:outlineLvl of what is no heading

}  // namespace check
