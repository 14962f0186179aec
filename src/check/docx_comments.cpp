// SPDX-License-Identifier: Apache-2.0
#include "check/docx_comments.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "check/docx_anchors.h"
#include "document/text.h"
#include "document/zip.h"
#include "spreadsheet/archive.h"

namespace check {

namespace {

using document::escaped;

constexpr auto types_part = "[Content_Types].xml";
constexpr auto relations_part = "word/_rels/document.xml.rels";
constexpr std::string_view comments_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr std::string_view comments_relation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";

base::Result<std::string> part_of(spreadsheet::Archive& archive, const std::string& part)
{
    TRY_ASSIGN(const auto source, archive.open_part(part));
    return spreadsheet::all_of(*source);
}

// What we must know of the small parts: where the root ends, where the comments are, and which ids are taken.
class Looked : public spreadsheet::XmlHandler {
public:
    Stretch root_end;
    std::optional<std::string> comments;  // the target of the relation
    int highest_id = -1;

    void start(std::string_view name, const spreadsheet::Attributes& attributes) override
    {
        if (name == "Relationship" && attributes.find("Type") == comments_relation)
            comments = attributes.find("Target").value_or("");
        if (!name.starts_with("comment")) return;
        int id = -1;
        const auto text = attributes.prefixed("id").value_or("");
        std::from_chars(text.data(), text.data() + text.size(), id);
        highest_id = std::max(highest_id, id);
    }
    void end(std::string_view) override { root_end = stretch(); }
    void text(std::string_view) override {}
};

base::Result<Looked> looked_through(const std::string& xml, const std::string& part)
{
    Looked looked;
    spreadsheet::MemorySource source{xml};
    TRY(spreadsheet::read_xml(source, part, looked));
    return looked;
}

// Behind the last child of the root; `empty` takes the place of a root without any.
std::string with_child(std::string xml, const Looked& looked, const std::string& child, const std::string& empty)
{
    if (looked.root_end.size == 0) return empty;
    return xml.insert(looked.root_end.at, child);
}

std::string comment_xml(const Comment& comment, int id)
{
    std::string xml = "<w:comment xmlns:w=\"" + std::string{word_namespace} + "\" w:id=\"" + std::to_string(id) +
                      "\" w:author=\"明绩\" w:initials=\"明\">";
    for (const std::string& line : comment.lines)
        xml += "<w:p><w:r><w:t xml:space=\"preserve\">" + escaped(line) + "</w:t></w:r></w:p>";
    return xml + "</w:comment>";
}

std::string comments_part_with(const std::string& children)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"" +
           std::string{word_namespace} + "\">" + children + "</w:comments>";
}

// Where a relation of word/document.xml leads to.
std::string part_at(const std::string& target)
{
    return target.starts_with('/') ? target.substr(1) : "word/" + target;
}

class Commented {
public:
    explicit Commented(spreadsheet::Archive archive) : archive_{std::move(archive)} {}

    base::Result<std::vector<document::File>> add(const std::vector<Comment>& comments)
    {
        TRY_ASSIGN(std::string body, part_of(archive_, docx_body_part));
        TRY_ASSIGN(const Looked in_body, looked_through(body, docx_body_part));
        TRY_ASSIGN(std::string relations, relations_of());
        TRY_ASSIGN(const Looked in_relations, looked_through(relations, relations_part));
        const std::string part =
            in_relations.comments ? part_at(*in_relations.comments) : std::string{"word/comments.xml"};
        std::string kept;
        Looked in_kept;
        if (archive_.has(part)) {
            TRY_ASSIGN(kept, part_of(archive_, part));
            TRY_ASSIGN(in_kept, looked_through(kept, part));
        }
        int id = std::max(in_body.highest_id, in_kept.highest_id);
        std::string children;
        std::vector<Anchor> anchors;
        for (const Comment& comment : comments) {
            children += comment_xml(comment, ++id);
            anchors.push_back({comment.paragraph, comment.at, comment.size, std::to_string(id)});
        }
        TRY_ASSIGN(body, with_anchors(body, anchors));
        std::vector<document::File> changed{{docx_body_part, std::move(body)}};
        changed.push_back({part, kept.empty() ? comments_part_with(children)
                                              : with_child(kept, in_kept, children, comments_part_with(children))});
        if (!in_relations.comments) TRY(relate(changed, std::move(relations), in_relations, part));
        return changed;
    }

private:
    base::Result<std::string> relations_of()
    {
        if (!archive_.has(relations_part))
            return std::string{
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                "<Relationships "
                "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>"};
        return part_of(archive_, relations_part);
    }

    // The new part has a name and a type, and the document knows of it.
    base::Result<void> relate(std::vector<document::File>& changed, std::string relations, const Looked& in_relations,
                              const std::string& part)
    {
        std::string id = "rIdComments";
        while (relations.find("\"" + id + "\"") != std::string::npos) id += "1";
        const std::string relation =
            "<Relationship xmlns=\"http://schemas.openxmlformats.org/package/2006/"
            "relationships\" Id=\"" +
            id + "\" Type=\"" + std::string{comments_relation} + "\" Target=\"comments.xml\"/>";
        changed.push_back(
            {relations_part, with_child(std::move(relations), in_relations, relation,
                                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                                        "relationships\">" +
                                            relation + "</Relationships>")});
        TRY_ASSIGN(std::string types, part_of(archive_, types_part));
        TRY_ASSIGN(const Looked in_types, looked_through(types, types_part));
        if (types.find("\"/" + part + "\"") != std::string::npos) return {};
        const std::string type =
            "<Override xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\" PartName=\"/" + part +
            "\" ContentType=\"" + std::string{comments_type} + "\"/>";
        changed.push_back({types_part, with_child(std::move(types), in_types, type, types)});
        return {};
    }

    spreadsheet::Archive archive_;
};

}  // namespace

base::Result<std::string> with_comments(const std::string& docx, const std::vector<Comment>& comments)
{
    if (comments.empty()) return docx;
    TRY_ASSIGN(spreadsheet::Archive archive, spreadsheet::Archive::from_bytes(docx, spreadsheet::Limits{}));
    TRY_ASSIGN(const std::vector<document::File> changed, Commented{std::move(archive)}.add(comments));
    return document::zip_with(docx, changed);
}

}  // namespace check
