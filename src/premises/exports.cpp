// SPDX-License-Identifier: Apache-2.0
#include "premises/exports.h"

#include "ledgers/templates.h"

namespace premises {

namespace {

void add_row(spreadsheet::TableSheet& sheet, RegisterSheet of, const std::vector<std::string>& cells)
{
    sheet.rows.push_back(ledgers::row_of(definition_of(of), cells));
}

// The register as far as it is asked for, sheet by sheet.
class RegisterSheets {
public:
    RegisterSheets(const Premises& premises, const base::OrgId& org, const EstateFilter& filter)
        : premises_{premises},
          org_{org},
          parcels_{premises.estates(org, EstateKind::parcel, filter)},
          buildings_{premises.estates(org, EstateKind::building, filter)}
    {
    }

    spreadsheet::TableSheet sheet(RegisterSheet of) const
    {
        spreadsheet::TableSheet sheet = ledgers::empty_table_of(definition_of(of));
        switch (of) {
            case RegisterSheet::parcels: add_estates(sheet, of, parcels_); break;
            case RegisterSheet::buildings: add_estates(sheet, of, buildings_); break;
            case RegisterSheet::areas:
                add_areas(sheet, parcels_);
                add_areas(sheet, buildings_);
                break;
            case RegisterSheet::rooms: add_rooms(sheet); break;
            case RegisterSheet::registration: add_members(sheet); break;
        }
        return sheet;
    }

private:
    static void add_estates(spreadsheet::TableSheet& sheet, RegisterSheet of, const std::vector<Estate>& estates)
    {
        for (const Estate& estate : estates) add_row(sheet, of, cells_of(estate));
    }
    static void add_areas(spreadsheet::TableSheet& sheet, const std::vector<Estate>& estates)
    {
        for (const Estate& estate : estates)
            for (const StatedArea& stated : estate.areas)
                add_row(sheet, RegisterSheet::areas, cells_of(AreaRow{estate.kind, estate.code, stated}));
    }
    void add_rooms(spreadsheet::TableSheet& sheet) const
    {
        std::set<std::string> asked;
        for (const Estate& building : buildings_) asked.insert(building.code);
        const auto occupancies = premises_.last_occupancies(org_);
        for (Room& room : premises_.all_rooms(org_)) {
            if (!asked.contains(room.building)) continue;
            const base::Date since = occupancies.at({room.building, room.number}).from;
            add_row(sheet, RegisterSheet::rooms, cells_of(RoomRow{std::move(room), since}));
        }
    }
    void add_members(spreadsheet::TableSheet& sheet) const
    {
        for (const CampaignFile& file : premises_.campaigns(org_))
            for (const Member& member : file.members)
                add_row(sheet, RegisterSheet::registration,
                        cells_of(MemberRow{file.campaign.code, file.campaign.name, member}));
    }

    const Premises& premises_;
    const base::OrgId& org_;
    std::vector<Estate> parcels_;
    std::vector<Estate> buildings_;
};

}  // namespace

base::Result<void> export_register(const Premises& premises, const base::OrgId& org, const ExportOf& what,
                                   const std::filesystem::path& file)
{
    const RegisterSheets sheets_of{premises, org, what.filter};
    std::vector<spreadsheet::TableSheet> sheets;
    for (const auto& known : register_sheets)
        if (!what.sheet || *what.sheet == known.value) sheets.push_back(sheets_of.sheet(known.value));
    return spreadsheet::write_workbook(file, sheets);
}

}  // namespace premises
