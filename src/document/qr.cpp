// SPDX-License-Identifier: Apache-2.0
#include "document/qr.h"

#include <cerrno>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>
#include <qrencode.h>

#include "document/check.h"
#include "document/text.h"

namespace document {

namespace {

constexpr int margin = 4;
constexpr int pixels_of_module = 8;

struct QrFreed {
    void operator()(QRcode* code) const { QRcode_free(code); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

cairo_status_t append_png(void* bytes, const unsigned char* data, unsigned length)
{
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

void QrModules::paint(cairo_t* cairo, double left, double top, double side) const
{
    cairo_save(cairo);
    cairo_translate(cairo, left, top);
    cairo_scale(cairo, side / size_, side / size_);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_rectangle(cairo, 0, 0, size_, size_);
    cairo_fill(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    for (const Bar& bar : bars_) cairo_rectangle(cairo, bar.begin, bar.row, bar.end - bar.begin, 1);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

std::string QrModules::svg(const std::string& label) const
{
    std::string path;
    for (const Bar& bar : bars_)
        path += fmt::format("M{} {}h{}v1h-{}z", bar.begin, bar.row, bar.end - bar.begin, bar.end - bar.begin);
    return fmt::format(
        "<svg role=\"img\" aria-label=\"{0}\" viewBox=\"0 0 {1} {1}\" shape-rendering=\"crispEdges\">"
        "<rect width=\"{1}\" height=\"{1}\" fill=\"#fff\"/><path d=\"{2}\" fill=\"#000\"/></svg>\n",
        escaped(label), size_, path);
}

std::string QrModules::png() const
{
    const int pixels = size_ * pixels_of_module;
    const std::unique_ptr<cairo_surface_t, QrFreed> surface{
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels, pixels)};
    const std::unique_ptr<cairo_t, QrFreed> cairo{cairo_create(surface.get())};
    paint(cairo.get(), 0, 0, pixels);
    std::string bytes;
    const cairo_status_t status = cairo_surface_write_to_png_stream(surface.get(), append_png, &bytes);
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string{"cairo: "} + cairo_status_to_string(status));
    return bytes;
}

base::Result<QrModules> modules_of(const QrCode& code)
{
    const std::unique_ptr<QRcode, QrFreed> made{QRcode_encodeData(
        static_cast<int>(code.text.size()), reinterpret_cast<const unsigned char*>(code.text.data()), 0, QR_ECLEVEL_M)};
    if (!made) {
        if (errno != ERANGE) throw std::runtime_error("libqrencode cannot make a code");
        return base::fail(base::ErrorKind::invalid, "document.code.too_long", {{"text", beginning(code.text)}});
    }
    QrModules modules;
    modules.size_ = made->width + 2 * margin;
    for (int row = 0; row < made->width; ++row) {
        const unsigned char* const squares = made->data + static_cast<std::ptrdiff_t>(row) * made->width;
        const auto is_dark = [&](int column) { return column < made->width && (squares[column] & 1U) != 0; };
        for (int begin = 0; begin < made->width; ++begin) {
            int end = begin;
            while (is_dark(end)) ++end;
            if (end > begin) modules.bars_.push_back({row + margin, begin + margin, end + margin});
            begin = end;
        }
    }
    return modules;
}

}  // namespace document
