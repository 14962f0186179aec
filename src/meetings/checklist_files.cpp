// SPDX-License-Identifier: Apache-2.0
#include "meetings/checklist_files.h"

#include <set>
#include <stdexcept>

#include <boost/json.hpp>

namespace meetings {

namespace {

namespace json = boost::json;

// Where the first mistake is.
struct Malformed {
    std::string path;
};

const json::value& member(const json::object& object, const char* name, const std::string& path)
{
    const json::value* const found = object.if_contains(name);
    if (!found) throw Malformed{path + "/" + name};
    return *found;
}

std::string text(const json::value& value, const std::string& path)
{
    if (!value.is_string()) throw Malformed{path};
    return std::string{value.get_string()};
}

ChecklistItem item_of(const json::value& value, const std::string& path)
{
    const json::array* const row = value.if_array();
    if (!row || row->size() != 4) throw Malformed{path};
    ChecklistItem item{text((*row)[0], path + "/0"), text((*row)[1], path + "/1"), text((*row)[2], path + "/2"),
                       text((*row)[3], path + "/3")};
    const bool has_source = !item.source.empty();
    if (item.code.empty() || item.says.empty()) throw Malformed{path};
    if ((item.mark != "E" && item.mark != "ours") || has_source != (item.mark == "E")) throw Malformed{path + "/2"};
    return item;
}

std::vector<ChecklistItem> items_of(const json::value& value, const std::string& path)
{
    const json::array* const rows = value.if_array();
    if (!rows || rows->empty()) throw Malformed{path};
    std::vector<ChecklistItem> items;
    std::set<std::string> codes;
    for (const json::value& row : *rows) {
        const std::string place = path + "/" + std::to_string(items.size());
        items.push_back(item_of(row, place));
        if (!codes.insert(items.back().code).second) throw Malformed{place + "/0"};
    }
    return items;
}

Checklist list_of(const json::value& value, const std::string& path)
{
    const json::object* const object = value.if_object();
    if (!object || object->size() != 4) throw Malformed{path};
    Checklist list{
        text(member(*object, "id", path), path + "/id"), text(member(*object, "title", path), path + "/title"), {}, {}};
    const auto day = base::Date::parse(text(member(*object, "valid_from", path), path + "/valid_from"));
    if (!day) throw Malformed{path + "/valid_from"};
    list.valid_from = *day;
    const std::string at = path + "/stages";
    const json::object* const of_stages = member(*object, "stages", path).if_object();
    if (!of_stages || of_stages->size() != stages.size()) throw Malformed{at};
    for (const auto& [stage, word, chinese] : stages)
        list.items[stage] = items_of(member(*of_stages, std::string{word}.c_str(), at), at + "/" + std::string{word});
    return list;
}

std::vector<Checklist> lists_of(std::string_view text)
{
    json::error_code ec;
    const json::value whole = json::parse(text, ec);
    if (ec || !whole.is_object() || whole.get_object().size() != 1) throw Malformed{"/"};
    const json::array* const rows = member(whole.get_object(), "lists", "").if_array();
    if (!rows || rows->empty()) throw Malformed{"/lists"};
    std::vector<Checklist> lists;
    for (const json::value& row : *rows) {
        const std::string path = "/lists/" + std::to_string(lists.size());
        lists.push_back(list_of(row, path));
        if (lists.size() > 1 && !(lists[lists.size() - 2].valid_from < lists.back().valid_from))
            throw Malformed{path + "/valid_from"};
    }
    return lists;
}

}  // namespace

base::Result<std::vector<Checklist>> parse_checklists(std::string_view json)
{
    try {
        return lists_of(json);
    } catch (const Malformed& wrong) {
        return base::fail(base::ErrorKind::invalid, "meetings.checklist.malformed", {{"path", wrong.path}});
    }
}

const std::vector<Checklist>& shipped_checklists()
{
    static const std::vector<Checklist> lists = [] {
        auto parsed = parse_checklists(checklists_json());
        // Shipped with the program, so a mistake in it is ours.
        if (!parsed) throw std::logic_error("rules/meetings/checklists.json: " + parsed.error().args.front().second);
        return *std::move(parsed);
    }();
    return lists;
}

}  // namespace meetings
