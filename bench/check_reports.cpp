// SPDX-License-Identifier: Apache-2.0
// The report check from text to findings: MB of text a second, for one long report of many sections and tables, and for
// as many pages as a long one has, 100.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "check/core/read_text.h"
#include "check/core/rule.h"

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

}  // namespace

int main()
{
    measure("100 pages", 240'000);
    measure("1 MB", 1'000'000);
    measure("4 MB", 4'000'000);
}
