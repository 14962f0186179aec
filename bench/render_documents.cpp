// SPDX-License-Identifier: Apache-2.0
// Renders a report of 60 figures and 3 tables (three pages) again and again, in every format. Targets: .docx 1,000/s,
// .pdf 100/s, the first .pdf of a process within 60 ms, 60 MiB. Argument: the folder of the fonts (build/share/fonts).
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

#include <fmt/format.h>

#include "document/document.h"

namespace {

using namespace document;

TableCell text(std::string words)
{
    return {.runs = {{std::move(words)}}};
}

TableCell number(int hundredths)
{
    const std::string digits = fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
    return {.runs = {{digits}}, .align = Align::right, .number = digits, .number_format = "0.00"};
}

Table table(int number_of_table)
{
    Table made{.caption = fmt::format("示例表{}", number_of_table),
               .sheet = fmt::format("示例表{}", number_of_table),
               .widths = {2, 4, 2, 2, 2}};
    std::vector<TableCell> head;
    for (const char* const title : {"一级指标", "三级指标", "年度指标值", "实际完成值", "得分"}) {
        head.push_back(text(title));
        head.back().header = true;
    }
    made.rows.push_back(std::move(head));
    for (int row = 0; row < 8; ++row)
        made.rows.push_back({text("产出指标"), text(fmt::format("示例指标{}", row + 1)), number(10'000 + row),
                             number(9'000 + row), number(1'000 - row)});
    return made;
}

Document report()
{
    Document made{
        .title = "示例单位2024年度部门整体支出绩效自评报告", .organisation = "示例单位", .date = "2025年1月20日"};
    for (int part = 0; part < 4; ++part) {
        made.blocks.push_back(Heading{1, "示例部分"});
        Paragraph paragraph;
        for (int figure = 0; figure < 15; ++figure) {
            paragraph.runs.push_back({"全年完成服务保障"});
            paragraph.runs.push_back({fmt::format("{}次", 1'000 + part * 15 + figure), "services"});
            paragraph.runs.push_back({"，"});
        }
        made.blocks.push_back(std::move(paragraph));
        if (part < 3) made.blocks.push_back(table(part + 1));
    }
    made.facts = {{.id = "services", .title = "服务次数", .value = "1000次"}};
    return made;
}

// Five rounds; the median, because other programs may take a core meanwhile.
void measure(const char* name, int times, const std::function<std::size_t()>& render)
{
    std::vector<double> rates;
    std::size_t bytes = 0;
    for (int round = 0; round < 5; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        for (int i = 0; i < times; ++i) bytes = render();
        rates.push_back(times / std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    std::sort(rates.begin(), rates.end());
    fmt::print("{:5} median {:7.0f}/s, best {:7.0f}/s, {} bytes\n", name, rates[2], rates[4], bytes);
}

}  // namespace

int main(int argc, char** argv)
{
    const Document document = report();
    const Fonts fonts{.folder = argc > 1 ? argv[1] : "build/share/fonts"};
    const auto begin = std::chrono::steady_clock::now();
    const std::size_t first = pdf(document, fonts).value().size();
    const std::chrono::duration<double, std::milli> alone = std::chrono::steady_clock::now() - begin;
    fmt::print("first pdf {:.0f} ms, {} bytes\n", alone.count(), first);
    measure("pdf", 100, [&] { return pdf(document, fonts).value().size(); });
    measure("docx", 500, [&] { return docx(document).value().size(); });
    measure("xlsx", 200, [&] { return xlsx(document).value().size(); });
    measure("html", 500, [&] { return html(document).size(); });
    struct rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("peak {} MiB\n", usage.ru_maxrss / 1024);
    return 0;
}
