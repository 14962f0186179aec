// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <cairo.h>

#include "document/document.h"

namespace document {

// The squares of a QR code with the quiet margin of four that scanners need (GB/T 18284), one way to draw them for
// every rendering.
class QrModules {
public:
    // A square of `side` with its upper left corner there, light ground included.
    void paint(cairo_t* cairo, double left, double top, double side) const;
    std::string svg(const std::string& label) const;
    std::string png() const;

private:
    friend base::Result<QrModules> modules_of(const QrCode& code);

    // Dark squares side by side in one row.
    struct Bar {
        int row, begin, end;
    };

    int size_ = 0;  // squares of a side, margin included
    std::vector<Bar> bars_;
};

// At the middle level of correction: a paper that is folded or stained is read still. Refuses document.code.too_long
// {text}.
base::Result<QrModules> modules_of(const QrCode& code);

}  // namespace document
