// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/workbook_parts.h"

#include <charconv>

#include "spreadsheet/xml.h"

namespace spreadsheet {

namespace {

constexpr std::size_t most_styles = 1'000'000;

unsigned number_or_zero(std::optional<std::string_view> text)
{
    unsigned value = 0;
    if (text) std::from_chars(text->data(), text->data() + text->size(), value);
    return value;
}

// "/xl/a.xml" -> "xl/a.xml"; "worksheets/a.xml" in "xl/" -> "xl/worksheets/a.xml"; "../a.xml" in "xl/" -> "a.xml".
std::string resolved(std::string_view target, const std::string& base_folder)
{
    if (target.substr(0, 1) == "/") return std::string{target.substr(1)};
    std::string folder = base_folder;
    while (target.substr(0, 3) == "../" && !folder.empty()) {
        target.remove_prefix(3);
        const std::size_t slash = folder.rfind('/', folder.size() - 2);
        folder.erase(slash == std::string::npos || folder.size() < 2 ? 0 : slash + 1);
    }
    return folder + std::string{target};
}

class RelationshipsHandler : public XmlHandler {
public:
    explicit RelationshipsHandler(std::string base_folder) : base_folder_{std::move(base_folder)} {}

    void start(std::string_view name, const Attributes& attributes) override
    {
        const auto id = attributes.find("Id");
        const auto type = attributes.find("Type");
        const auto target = attributes.find("Target");
        if (name != "Relationship" || !id || !type || !target) return;
        if (attributes.find("TargetMode") == "External") return;
        found[std::string{*id}] = {std::string{type->substr(type->rfind('/') + 1)}, resolved(*target, base_folder_)};
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

    std::map<std::string, Relationship> found;

private:
    std::string base_folder_;
};

class WorkbookHandler : public XmlHandler {
public:
    void start(std::string_view name, const Attributes& attributes) override
    {
        if (name == "workbookPr") {
            const auto flag = attributes.find("date1904");
            if (flag == "1" || flag == "true") found.epoch = Epoch::year_1904;
        }
        if (name != "sheet") return;
        const auto sheet_name = attributes.find("name");
        const auto id = attributes.prefixed("id");
        if (!sheet_name || !id) return;
        const auto state = attributes.find("state");
        found.sheets.push_back(
            {std::string{*sheet_name}, std::string{*id}, state == "hidden" || state == "veryHidden"});
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

    WorkbookPart found;
};

class StylesHandler : public XmlHandler {
public:
    void start(std::string_view name, const Attributes& attributes) override
    {
        if (name == "numFmts") is_in_formats_ = true;
        if (name == "cellXfs") is_in_cell_styles_ = true;
        // A differential format also holds a numFmt; only those of the list name the formats of cells.
        if (name == "numFmt" && is_in_formats_)
            custom_[number_or_zero(attributes.find("numFmtId"))] =
                format_of_code(attributes.find("formatCode").value_or(""));
        if (name == "xf" && is_in_cell_styles_) add_style(number_or_zero(attributes.find("numFmtId")));
    }
    void end(std::string_view name) override
    {
        if (name == "numFmts") is_in_formats_ = false;
        if (name == "cellXfs") is_in_cell_styles_ = false;
    }
    void text(std::string_view) override {}

    std::vector<CellFormat> found;

private:
    void add_style(unsigned id)
    {
        if (found.size() == most_styles) return;
        const auto custom = custom_.find(id);
        found.push_back(custom != custom_.end() ? custom->second : built_in_format(id));
    }

    bool is_in_formats_ = false;
    bool is_in_cell_styles_ = false;
    std::map<unsigned, CellFormat> custom_;
};

}  // namespace

base::Result<std::map<std::string, Relationship>> read_relationships(ByteSource& source, const std::string& part,
                                                                     const std::string& base_folder)
{
    RelationshipsHandler handler{base_folder};
    TRY(read_xml(source, part, handler));
    return std::move(handler.found);
}

base::Result<WorkbookPart> read_workbook_part(ByteSource& source, const std::string& part)
{
    WorkbookHandler handler;
    TRY(read_xml(source, part, handler));
    return std::move(handler.found);
}

base::Result<std::vector<CellFormat>> read_styles(ByteSource& source, const std::string& part)
{
    StylesHandler handler;
    TRY(read_xml(source, part, handler));
    return std::move(handler.found);
}

}  // namespace spreadsheet
