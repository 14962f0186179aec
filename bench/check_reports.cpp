// SPDX-License-Identifier: Apache-2.0
// The report check from text to findings: MB of text a second, for one long report of many sections and tables; and a
// Word document of 100 pages from file to findings and back to a document with comments: seconds and peak memory.
// `bench_check_reports FILE.docx` leaves that document there, for `/usr/bin/time -v mingji check FILE.docx`.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "check/check.h"
#include "check/commented_docx.h"
#include "check/core/read_text.h"
#include "check/core/rule.h"
#include "document/document.h"

namespace {

// A section that holds nothing wrong, so that the rules work and find little.
std::string section(int number)
{
    const std::string n = std::to_string(number);
    return "## 示例项目" + n +
           "绩效完成情况\n全年预算数800.50万元，执行数720.45万元，预算执行率90%。支出720."
           "45万元，其中：物业服务费支出320.15万"
           "元，占44.44%；会议服务费支出400.30万元，占55.56%。支出比上年增加20.45万元，增长2.92%"
           "，原因是新增了办公区域。\n"
           "承办各类会议1930次，参会人员满意度98%，按照《机关事务管理条例》（国务院令第621号）和示机管〔2024〕" +
           n +
           "号文件要求，认真落实各项保障措施，机关食堂就餐人员满意度96.5%，均完成年初目标。\n\n"
           "| 三级指标 | 分值 | 年度指标值 | 实际完成值 | 得分 |\n|---|---|---|---|---|\n"
           "| 物业服务面积 | 20 | ≥81420m² | 81420m² | 20 |\n| 会议保障次数 | 20 | ≥1900次 | 1930次 | 20 |\n"
           "| 设备完好率 | 10 | ≥95% | 98% | 10 |\n\n";
}

std::string report_of(std::size_t bytes)
{
    std::string text = "# 示例中心2024年度部门整体绩效自评报告\n";
    for (int number = 1; text.size() < bytes; ++number) text += section(number);
    return text;
}

void measure(const char* name, std::size_t bytes)
{
    const std::string text = report_of(bytes);
    std::vector<double> seconds;
    std::size_t findings = 0;
    for (int round = 0; round < 5; ++round) {
        const auto start = std::chrono::steady_clock::now();
        const check::ReportText report = check::read_text(text);
        findings = check::findings_of(check::material_of(report)).size();
        seconds.push_back(std::chrono::duration<double>{std::chrono::steady_clock::now() - start}.count());
    }
    std::sort(seconds.begin(), seconds.end());
    const double median = seconds[seconds.size() / 2];
    std::printf("check %s: %.2f MB/s, %.3f s for %.2f MB, %zu findings (median of %zu)\n", name,
                static_cast<double>(text.size()) / 1e6 / median, median, static_cast<double>(text.size()) / 1e6,
                findings, seconds.size());
}

document::Table table_of(int number)
{
    document::Table table;
    table.widths.assign(5, 1);
    const auto add = [&](std::initializer_list<std::string> cells) {
        auto& row = table.rows.emplace_back();
        for (const std::string& text : cells) row.push_back({{{text}}});
    };
    add({"三级指标", "分值", "年度指标值", "实际完成值", "得分"});
    for (int i = 1; i <= 8; ++i) {
        const std::string name = std::to_string(number) + "." + std::to_string(i);
        add({"会议保障次数" + name, "5", "≥1900次", "1930次", "5"});
        add({"服务对象满意度" + name, "5", "≥95%", "98%", "5"});
    }
    return table;
}

// As Word keeps it: 4 pages to a section, of them 1.2 a table. Every tenth section contradicts itself.
std::string docx_of(int sections)
{
    document::Document document;
    document.title = "示例中心2024年度部门整体绩效自评报告";
    for (int number = 1; number <= sections; ++number) {
        document.blocks.emplace_back(document::Heading{1, "示例项目" + std::to_string(number) + "完成情况"});
        std::string text = section(number);
        if (number % 10 == 0) text.replace(text.find("执行率90%"), std::string_view{"执行率90%"}.size(), "执行率95%");
        std::vector<std::string> lines;
        for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
            lines.push_back(text.substr(at, text.find('\n', at) - at));
        for (int round = 0; round < 8; ++round)
            for (const std::string& line : lines)
                if (!line.empty() && line.front() != '|' && line.front() != '#')
                    document.blocks.emplace_back(document::Paragraph{{{line}}});
        document.blocks.emplace_back(table_of(number));
    }
    return document::docx(document).value();
}

void measure_docx(const char* kept)
{
    namespace fs = std::filesystem;
    const fs::path file = kept ? fs::path{kept} : fs::temp_directory_path() / "bench_check_reports.docx";
    constexpr int sections = 23;  // 99 pages as LibreOffice prints them
    std::ofstream{file, std::ios::binary} << docx_of(sections);
    const check::Words words{"zh-CN", [](const std::string& code, const base::ErrorArgs&) { return code; }};
    using clock = std::chrono::steady_clock;
    const auto start = clock::now();
    const check::Checked checked = check::check_file(file).value();
    const auto read = clock::now();
    const std::size_t bytes = check::commented_docx(file, checked, words).value().size();
    const auto written = clock::now();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf(
        "check a .docx of 100 pages: %.3f s, with comments %.3f s more (%zu findings, %zu bytes), peak %ld MB\n",
        std::chrono::duration<double>{read - start}.count(), std::chrono::duration<double>{written - read}.count(),
        checked.findings.size(), bytes, usage.ru_maxrss / 1024);
    if (!kept) fs::remove(file);
}

}  // namespace

int main(int count, char** words)
{
    measure_docx(count > 1 ? words[1] : nullptr);
    measure("100 pages", 240'000);
    measure("1 MB", 1'000'000);
    measure("4 MB", 4'000'000);
}
