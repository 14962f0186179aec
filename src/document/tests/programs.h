// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>

namespace document {

// A folder of one test, gone afterwards.
class TestFolder {
public:
    TestFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "document-test-XXXXXX").string();
        if (!mkdtemp(name.data())) throw std::runtime_error("mkdtemp");
        path_ = name;
    }
    ~TestFolder() { std::filesystem::remove_all(path_); }
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    std::filesystem::path write(const std::string& name, const std::string& bytes) const
    {
        std::ofstream{path_ / name, std::ios::binary} << bytes;
        return path_ / name;
    }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline std::size_t occurrences(const std::string& text, const std::string& wanted)
{
    std::size_t found = 0;
    for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) ++found;
    return found;
}

inline std::string content_of(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

// What a shell command prints; it must succeed.
inline std::string output_of(const std::string& command)
{
    const auto close = [](std::FILE* pipe) { static_cast<void>(pclose(pipe)); };
    std::unique_ptr<std::FILE, decltype(close)> pipe{popen(command.c_str(), "r"), close};
    if (!pipe) throw std::runtime_error("popen");
    std::string output;
    std::array<char, 4096> buffer{};
    for (std::size_t count = 0; (count = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) > 0;)
        output.append(buffer.data(), count);
    if (pclose(pipe.release()) != 0) throw std::runtime_error(command);
    return output;
}

// LibreOffice trusts cached values unless told to compute all formulas anew.
constexpr const char* always_recompute =
    R"(<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">)"
    R"(<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">)"
    R"(<value>0</value></prop></item></oor:items>)";

// Converts with LibreOffice, whose profile lives in the test's folder, and returns the new file.
inline std::string converted(const TestFolder& folder, const std::filesystem::path& file, const std::string& filter,
                             const std::string& ending)
{
    const std::string here = folder.path().string();
    std::filesystem::create_directories(folder.path() / "profile/user");
    folder.write("profile/user/registrymodifications.xcu", always_recompute);
    output_of("cd " + here + " && LC_ALL=C.UTF-8 timeout 120 soffice -env:UserInstallation=file://" + here +
              "/profile --headless --convert-to '" + filter + "' " + file.string() + " 2>&1");
    std::filesystem::path result = folder.path() / file.stem();
    result += ending;
    return content_of(result);
}

// The last page of a .pdf as a picture.
inline std::filesystem::path last_page(const TestFolder& folder, const std::string& pdf)
{
    const std::filesystem::path file = folder.write("pages.pdf", pdf);
    const std::string count = output_of("pdfinfo " + file.string() + " | sed -n 's/^Pages: *//p'");
    const std::string page = count.substr(0, count.find('\n'));
    output_of("pdftoppm -png -r 150 -singlefile -f " + page + " " + file.string() + " " + folder.path().string() +
              "/page");
    return folder.path() / "page.png";
}

// What a scanner reads from a picture; empty where it finds no code.
inline std::string read_code(const std::filesystem::path& picture)
{
    const std::string text =
        output_of("zbarimg --quiet --raw -Sdisable -Sqrcode.enable --nodbus " + picture.string() + " || true");
    return text.substr(0, text.find('\n'));
}

// The words of a PDF, as pdftotext reads them.
inline std::string text_of(const std::string& pdf, const std::string& options = "-layout")
{
    const TestFolder folder;
    return output_of("pdftotext " + options + " " + folder.write("a.pdf", pdf).string() + " -");
}

// Compares with src/MODULE/tests/golden/NAME. With UPDATE_GOLDEN set in the environment it writes the file instead
// and answers no, so that a forgotten variable cannot pass.
inline bool matches_golden(const std::string& module, const std::string& name, const std::string& actual)
{
    const std::filesystem::path path = std::filesystem::path{SOURCE_FOLDER} / "src" / module / "tests/golden" / name;
    if (std::getenv("UPDATE_GOLDEN")) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream{path, std::ios::binary} << actual;
        return false;
    }
    return content_of(path) == actual;
}

}  // namespace document
