// SPDX-License-Identifier: Apache-2.0
// A parcel or a building as a request says it.
#include "premises/core/unit_number.h"
#include "premises/http/answers.h"

namespace premises {

namespace {

Title title_of(http::Fields& fields)
{
    Title title;
    if (!fields.has("title")) fields.text("title");  // says that it is missing
    auto inner = fields.object("title");
    if (!inner) return title;
    title.status = inner->word<TitleStatus>("status", words_of(title_statuses));
    title.reason = inner->optional_text("reason", 500).value_or("");
    title.holder = inner->optional_text("holder", 200).value_or("");
    title.certificate = inner->optional_text("certificate", 100).value_or("");
    const auto number = parse_unit_number(inner->optional_text("unit_number", 40).value_or(""));
    if (number)
        title.unit_number = *number;
    else
        inner->add("unit_number", number.error());
    title.registered_on = inner->optional_date("registered_on");
    return title;
}

void read_areas(http::Fields& fields, Estate& estate)
{
    if (!fields.has("areas")) fields.optional_text("areas");
    if (!fields.has("areas")) return;
    for (http::Fields& area : fields.objects("areas")) {
        StatedArea stated;
        stated.source = area.word<AreaSource>("source", words_of(area_sources));
        stated.area = area_of(area, "area_m2");
        stated.measured_on = area.optional_date("measured_on");
        stated.document = area.optional_text("document", 200).value_or("");
        estate.areas.push_back(std::move(stated));
    }
}

void read_papers(http::Fields& fields, Estate& estate)
{
    if (!fields.has("papers")) fields.optional_text("papers");
    if (!fields.has("papers")) return;
    for (http::Fields& paper : fields.objects("papers")) {
        Paper read;
        read.kind = paper.word<PaperKind>("kind", words_of(paper_kinds));
        read.state = paper.word<PaperState>("state", words_of(paper_states));
        read.number = paper.optional_text("number", 100).value_or("");
        read.dated_on = paper.optional_date("dated_on");
        read.note = paper.optional_text("note", 500).value_or("");
        estate.papers.push_back(std::move(read));
    }
}

std::optional<std::int64_t> floors_of_body(http::Fields& fields, const char* name, std::int64_t most)
{
    const auto floors = fields.optional_integer(name);
    if (!floors || (*floors >= 0 && *floors <= most)) return floors;
    fields.add(name, {base::ErrorKind::invalid,
                      "premises.import.number_out_of_range",
                      {{"text", std::to_string(*floors)}, {"least", "0"}, {"most", std::to_string(most)}}});
    return std::nullopt;
}

}  // namespace

Estate estate_of(EstateKind kind, http::Fields& fields)
{
    constexpr std::int64_t most_above = 200;
    constexpr std::int64_t most_below = 20;
    Estate estate;
    estate.kind = kind;
    estate.name = fields.text("name", 200);
    estate.unit = fields.optional_text("unit", 200).value_or("");
    estate.address = fields.optional_text("address", 200).value_or("");
    if (kind == EstateKind::parcel) {
        estate.land_use = fields.optional_text("land_use", 100).value_or("");
        estate.acquired_by = fields.optional_text("acquired_by", 100).value_or("");
    } else {
        estate.parcel = fields.optional_text("parcel", 60).value_or("");
        estate.structure = fields.optional_text("structure", 100).value_or("");
        estate.completed_on = fields.optional_date("completed_on");
        estate.floors_above = floors_of_body(fields, "floors_above", most_above);
        estate.floors_below = floors_of_body(fields, "floors_below", most_below);
    }
    estate.title = title_of(fields);
    read_areas(fields, estate);
    read_papers(fields, estate);
    estate.note = fields.optional_text("note", 500).value_or("");
    return estate;
}

}  // namespace premises
