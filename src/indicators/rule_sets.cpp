// SPDX-License-Identifier: Apache-2.0
#include "indicators/rule_sets.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "indicators/store/rule_set_file.h"
#include "indicators/store/shipped_rules.h"

namespace indicators {

std::vector<std::string> shipped_rule_sets()
{
    std::vector<std::string> ids;
    for (const ShippedFile& file : shipped_files())
        if (file.name.ends_with(".json")) ids.emplace_back(file.name.substr(0, file.name.size() - 5));
    std::sort(ids.begin(), ids.end());
    return ids;
}

base::Result<std::string> rule_set_text(const std::string& id_or_path)
{
    for (const ShippedFile& file : shipped_files())
        if (file.name == id_or_path + ".json") return std::string{file.text};
    std::ifstream file{id_or_path, std::ios::binary};
    std::ostringstream text;
    if (!std::filesystem::is_regular_file(id_or_path) || !(text << file.rdbuf())) {
        std::string known;
        for (const std::string& id : shipped_rule_sets()) known += (known.empty() ? "" : ", ") + id;
        return base::fail(base::ErrorKind::not_found, "indicators.rule_set.unknown",
                          {{"id", id_or_path}, {"known", known}});
    }
    return text.str();
}

base::Result<RuleSet> load_rule_set(const std::string& id_or_path)
{
    TRY_ASSIGN(const std::string text, rule_set_text(id_or_path));
    return parse_rule_set(text);
}

}  // namespace indicators
