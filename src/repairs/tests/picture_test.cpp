// SPDX-License-Identifier: Apache-2.0
#include "repairs/core/picture.h"

#include <gtest/gtest.h>

#include "repairs/tests/pictures.h"
#include "repairs/tests/reading.h"

namespace repairs {
namespace {

using namespace std::string_view_literals;

// What a telephone writes: the directory of the picture with which way is up behind where it is, of either byte order.
std::string exif(char orientation, bool is_little = false)
{
    std::string tiff{is_little ? "II*\0\x08\0\0\0\x02\0"sv : "MM\0*\0\0\0\x08\0\x02"sv};
    tiff += is_little ? "\x25\x88\x04\0\x01\0\0\0\x26\0\0\0"sv : "\x88\x25\0\x04\0\0\0\x01\0\0\0\x26"sv;
    tiff += is_little ? "\x12\x01\x03\0\x01\0\0\0"sv : "\x01\x12\0\x03\0\0\0\x01"sv;
    tiff += is_little ? std::string{orientation, '\0'} : std::string{'\0', orientation};
    tiff += "\0\0\0\0\0\0GPS here 2026:01:05 09:00:00"sv;
    return jpeg_segment('\xe1', std::string{"Exif\0\0"sv} + tiff);
}

// Nothing but the tag of which way is up.
std::string upright(char orientation)
{
    return jpeg_segment('\xe1', std::string{"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"sv} + orientation +
                                    std::string(6, '\0'));
}

TEST(BarePicture, OfAJpegHasWhatDrawsIt)
{
    for (char marker = '\xe1'; marker <= '\xed'; ++marker)
        EXPECT_EQ(bare_picture(jpeg(jpeg_segment(marker, "http://ns.adobe.com/xap/1.0/"))).value(), jpeg());
    EXPECT_EQ(bare_picture(jpeg(jpeg_segment('\xfe', "示例地点"))).value(), jpeg());
    EXPECT_EQ(bare_picture(jpeg(exif(1))).value(), jpeg());
    EXPECT_EQ(bare_picture(jpeg() + "a film of three seconds").value(), jpeg());
    EXPECT_EQ(bare_picture(jpeg("\xff\xff")).value(), jpeg());
    const std::string two_scans = "\x01\xff\xd0\x02" + std::string{"\xff\0"sv} + jpeg_segment('\xda', "s") + "\x03";
    EXPECT_EQ(bare_picture(jpeg("", two_scans)).value(), jpeg("", two_scans));
    const std::string noted = "\x01" + jpeg_segment('\xfe', "x") + jpeg_segment('\xda', "s") + "\x03";
    EXPECT_EQ(bare_picture(jpeg("", noted)).value(), jpeg("", "\x01" + jpeg_segment('\xda', "s") + "\x03"));
}

TEST(BarePicture, KeepsHowColoursAndPointsAreMeantAndNoSmallPicture)
{
    const std::string density = jpeg_segment('\xe0', "JFIF\0\1\2\1\0\x48\0\x48\0\0"sv);
    const std::string adobe = jpeg_segment('\xee', "Adobe\0\x64\0\0\0\0\1"sv);
    EXPECT_EQ(bare_picture(jpeg(density + adobe)).value(), jpeg(density + adobe));
    const std::string small = jpeg_segment('\xe0', "JFIF\0\1\2\1\0\x48\0\x48\1\1rgb"sv);
    EXPECT_EQ(bare_picture(jpeg(small)).value(), jpeg(density));
    EXPECT_EQ(bare_picture(jpeg(jpeg_segment('\xe0', "JFXX\0\x10 small"sv))).value(), jpeg());
    EXPECT_EQ(bare_picture(jpeg(jpeg_segment('\xee', "Adobe\0\x64\0\0\0\0\1 more"sv))).value(), jpeg(adobe));
}

TEST(BarePicture, StaysTheRightWayUp)
{
    for (const bool is_little : {false, true}) {
        for (char orientation = 2; orientation <= 8; ++orientation) {
            const std::string bare = bare_picture(jpeg(exif(orientation, is_little))).value();
            EXPECT_EQ(bare, jpeg(upright(orientation)));
            EXPECT_EQ(bare_picture(bare).value(), bare);
        }
        for (const char none : {'\0', '\1', '\x09'})
            EXPECT_EQ(bare_picture(jpeg(exif(none, is_little))).value(), jpeg());
    }
    // A directory that is not there, and one that ends within its entries.
    EXPECT_EQ(bare_picture(jpeg(jpeg_segment('\xe1', "Exif\0\0MM\0*\0\0\0\x09\0"sv))).value(), jpeg());
    EXPECT_EQ(bare_picture(jpeg(jpeg_segment('\xe1', "Exif\0\0MM\0*\0\0\0\x08\0\1\1\x12\0\3"sv))).value(), jpeg());
    const std::string density = jpeg_segment('\xe0', "JFIF\0\1\2\1\0\x48\0\x48\0\0"sv);
    EXPECT_EQ(bare_picture(jpeg(exif(6) + density)).value(), jpeg(density + upright(6)));
}

TEST(BarePicture, OfAJpegIsRefusedWhereItIsNotWhole)
{
    const std::string whole = jpeg(exif(6));
    for (std::size_t size = 3; size < whole.size(); ++size)
        EXPECT_EQ(code_of(bare_picture(whole.substr(0, size))), "repairs.photo.broken") << size;
    const std::string frame = jpeg_segment('\xc0', "f");
    const std::string scan = jpeg_segment('\xda', "s");
    for (const std::string& parts :
         {std::string{"\xff\xd9"}, frame + "\xff\xd9", scan + frame + "\xff\xd9", frame + frame + scan + "\xff\xd9",
          std::string{"\xff\xe1\0\1"sv} + frame + scan + "\xff\xd9", frame + "x" + scan + "\xff\xd9",
          std::string{"\xff\x02\0\2"sv} + frame + scan + "\xff\xd9", "\xff\xd8" + frame + scan + "\xff\xd9"})
        EXPECT_EQ(code_of(bare_picture("\xff\xd8" + parts)), "repairs.photo.broken");
    EXPECT_EQ(code_of(bare_picture("\xff\xd8" + frame + scan + "\xff\xd9")), "");
}

TEST(BarePicture, OfAPngHasWhatDrawsIt)
{
    for (const char* const name : {"tEXt", "zTXt", "iTXt", "eXIf", "tIME", "iCCP", "pHYs", "acTL", "fdAT", "teSt"})
        EXPECT_EQ(bare_picture(png(png_chunk(name, "x"))).value(), png()) << name;
    const std::string colours = png_chunk("gAMA", "gama") + png_chunk("sRGB", "s") + png_chunk("PLTE", "rgb") +
                                png_chunk("tRNS", "t") + png_chunk("IDAT", "");
    EXPECT_EQ(bare_picture(png(colours)).value(), png(colours));
    EXPECT_EQ(bare_picture(png(png_chunk("gAMA", "longer") + png_chunk("tRNS", std::string(257, 't')))).value(), png());
    EXPECT_EQ(bare_picture(png() + "and more").value(), png());
}

TEST(BarePicture, OfAPngIsRefusedWhereItIsNotWhole)
{
    const std::string whole = png();
    const std::string signature = whole.substr(0, 8);
    const std::string head = png_chunk("IHDR", std::string(13, '\1'));
    const std::string end = png_chunk("IEND", "");
    for (std::size_t size = 8; size < whole.size(); ++size)
        EXPECT_EQ(code_of(bare_picture(whole.substr(0, size))), "repairs.photo.broken") << size;
    for (const std::string& chunks :
         {head + end, png_chunk("IDAT", "d") + head + end, head + head + png_chunk("IDAT", "d") + end,
          png_chunk("IHDR", "short") + png_chunk("IDAT", "d") + end,
          head + png_chunk("XXXX", "x") + png_chunk("IDAT", "d") + end,
          head + png_chunk("PLTE", std::string(769, 'p')) + png_chunk("IDAT", "d") + end,
          head + "\xff\xff\xff\xff" + "IDATd", head + png_chunk("IDAT", "d") + png_chunk("IEND", "x")})
        EXPECT_EQ(code_of(bare_picture(signature + chunks)), "repairs.photo.broken");
}

TEST(BarePicture, IsAJpegOrAPngByItsFirstBytes)
{
    for (const std::string& bytes : {std::string{}, std::string{"\xff\xd8"}, std::string{"GIF89a"}, png().substr(0, 7)})
        EXPECT_EQ(code_of(bare_picture(bytes)), "repairs.photo.not_a_picture");
    EXPECT_EQ(picture_type(jpeg()), PictureType::jpeg);
    EXPECT_EQ(picture_type(png()), PictureType::png);
}

}  // namespace
}  // namespace repairs
