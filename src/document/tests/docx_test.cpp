// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <gtest/gtest.h>

#include "document/tests/outline.h"
#include "document/tests/sample.h"

namespace document {

namespace {

TEST(Docx, HasTheTextAndStylesOfTheReport)
{
    EXPECT_TRUE(
        matches_golden("document", "report.docx.txt", outline_of(part(*docx(sample_document()), "word/document.xml"))));
}

TEST(Docx, IsTheSameTwice)
{
    EXPECT_EQ(*docx(sample_document()), *docx(sample_document()));
}

// Order of children as the schema of ECMA-376 demands it: Word repairs what has another.
struct Order {
    const char* parent;
    std::vector<std::string> children;
};

const std::array orders{
    Order{"w:pPr",
          {"w:pStyle", "w:keepNext", "w:pageBreakBefore", "w:widowControl", "w:numPr", "w:autoSpaceDE", "w:autoSpaceDN",
           "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"}},
    Order{"w:rPr",
          {"w:rStyle", "w:rFonts", "w:b", "w:color", "w:spacing", "w:kern", "w:sz", "w:szCs", "w:shd", "w:lang"}},
    Order{"w:tblPr", {"w:tblStyle", "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar"}},
    Order{"w:tcPr", {"w:tcW", "w:gridSpan", "w:vMerge", "w:shd", "w:vAlign"}},
    Order{"w:trPr", {"w:cantSplit", "w:tblHeader"}},
    Order{"w:sectPr", {"w:footerReference", "w:pgSz", "w:pgMar", "w:docGrid"}},
    Order{"w:lvl", {"w:start", "w:numFmt", "w:pStyle", "w:suff", "w:lvlText", "w:lvlJc", "w:pPr"}},
    Order{"w:style",
          {"w:name", "w:basedOn", "w:next", "w:uiPriority", "w:semiHidden", "w:unhideWhenUsed", "w:qFormat", "w:pPr",
           "w:rPr", "w:tblPr"}},
};

void expect_order(const pugi::xml_document& xml, const Order& order)
{
    for (const auto& found : xml.select_nodes((std::string{"//"} + order.parent).c_str())) {
        std::ptrdiff_t last = 0;
        for (const pugi::xml_node child : found.node().children()) {
            const auto known = std::find(order.children.begin(), order.children.end(), child.name());
            ASSERT_NE(known, order.children.end()) << order.parent << " has " << child.name();
            EXPECT_GE(known - order.children.begin(), last) << order.parent << ": " << child.name();
            last = known - order.children.begin();
        }
    }
}

TEST(Docx, KeepsTheOrderOfTheSchema)
{
    const std::string bytes = *docx(sample_document());
    for (const char* name : {"word/document.xml", "word/styles.xml", "word/numbering.xml"}) {
        const pugi::xml_document xml = part(bytes, name);
        for (const Order& order : orders) expect_order(xml, order);
    }
}

TEST(Docx, UsesOnlyStylesItDefines)
{
    const std::string bytes = *docx(sample_document());
    const pugi::xml_document styles = part(bytes, "word/styles.xml");
    const pugi::xml_document body = part(bytes, "word/document.xml");
    for (const auto& used : body.select_nodes("//w:pStyle | //w:rStyle | //w:tblStyle")) {
        const std::string name = used.node().attribute("w:val").value();
        EXPECT_TRUE(styles.select_node(("//w:style[@w:styleId='" + name + "']").c_str())) << name;
    }
}

TEST(Docx, NumbersHeadingsByStyleAndTypesNoNumber)
{
    const std::string bytes = *docx(sample_document());
    const pugi::xml_document numbering = part(bytes, "word/numbering.xml");
    EXPECT_STREQ(
        numbering.select_node("//w:lvl[w:pStyle/@w:val='Heading2']/w:lvlText").node().attribute("w:val").value(),
        "（%2）");
    const pugi::xml_document body = part(bytes, "word/document.xml");
    EXPECT_STREQ(body.select_node("//w:p[w:pPr/w:pStyle/@w:val='Heading1']//w:t").node().text().get(), "自评结论");
}

TEST(Docx, RepeatsHeaderRowsAndMergesCells)
{
    const pugi::xml_document body = part(*docx(sample_document()), "word/document.xml");
    EXPECT_EQ(body.select_nodes("//w:tr[w:trPr/w:tblHeader]").size(), 2U);
    EXPECT_EQ(body.select_nodes("//w:vMerge[@w:val='restart']").size(), 2U);
    EXPECT_EQ(body.select_nodes("//w:vMerge[@w:val='continue']").size(), 2U);
    for (const auto& row : body.select_nodes("//w:tr")) {
        int columns = 0;
        for (const pugi::xml_node cell : row.node().children("w:tc"))
            columns += cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_int(1);
        EXPECT_EQ(columns, 5);
    }
}

TEST(Docx, ShowsAMissingFact)
{
    const pugi::xml_document body = part(*docx(sample_document()), "word/document.xml");
    const auto missing = body.select_nodes("//w:r[w:rPr/w:rStyle/@w:val='Missing']");
    ASSERT_EQ(missing.size(), 1U);
    EXPECT_STREQ(missing[0].node().child("w:t").text().get(), "满意度调查结果尚未导入，");
}

TEST(Docx, SeparatesTablesThatTouch)
{
    const pugi::xml_document body = part(*docx({.blocks = {sample_table(), sample_table()}}), "word/document.xml");
    EXPECT_FALSE(body.select_node("//w:tbl[following-sibling::*[1][self::w:tbl]]"));
    EXPECT_FALSE(body.select_node("//w:tbl[following-sibling::*[1][self::w:sectPr]]"));
}

TEST(Docx, BreaksThePageWhereAsked)
{
    const pugi::xml_document body = part(*docx(sample_document()), "word/document.xml");
    const auto broken = body.select_nodes("//w:p[w:pPr/w:pageBreakBefore]");
    ASSERT_EQ(broken.size(), 1U);
    EXPECT_STREQ(broken[0].node().select_node(".//w:t").node().text().get(), "下一步工作");
}

TEST(Docx, OpensInLibreOfficeWithEverythingInIt)
{
    const TestFolder folder;
    const std::string pdf = converted(folder, folder.write("report.docx", *docx(sample_document())), "pdf", ".pdf");
    const std::string text = output_of("pdftotext " + folder.write("report.pdf", pdf).string() + " -");
    for (const char* expected : {"一、自评结论", "（一）部门自评得分", "1.得分构成", "（1）指标得分",
                                 "（二）存在的问题", "二、下一步工作", "——第一项", "维修响应时间 <A&B>\""})
        EXPECT_NE(text.find(expected), std::string::npos) << expected;
}

TEST(Docx, ItsCodeIsReadFromTheConvertedPage)
{
    const TestFolder folder;
    const std::string pdf = converted(folder, folder.write("report.docx", *docx(sample_document())), "pdf", ".pdf");
    EXPECT_EQ(read_code(last_page(folder, pdf)), "MJ;示例;2024-0001");
}

TEST(Docx, OpensWhenThereIsNothingInIt)
{
    const TestFolder folder;
    const auto empty = docx({});
    ASSERT_TRUE(empty);
    EXPECT_NE(converted(folder, folder.write("empty.docx", *empty), "pdf", ".pdf"), "");
}

TEST(Docx, HasAPictureForEveryCodeAndSaysWhatItIs)
{
    Document document = sample_document();
    document.mark = "示例标记";
    document.blocks.emplace_back(QrCode{"MJ;示例;2024-0002", "另一个"});
    const std::string bytes = *docx(document);
    const pugi::xml_document body = part(bytes, "word/document.xml");
    const pugi::xml_document relations = part(bytes, "word/_rels/document.xml.rels");
    std::vector<std::string> labels;
    std::vector<std::string> read;
    for (const auto& found : body.select_nodes("//wp:inline")) {
        labels.emplace_back(found.node().child("wp:docPr").attribute("descr").value());
        const std::string id = found.node().select_node(".//a:blip").node().attribute("r:embed").value();
        const auto relation = relations.select_node(("//Relationship[@Id='" + id + "']").c_str());
        const TestFolder folder;
        const std::string picture = output_of("unzip -p " + folder.write("a.docx", bytes).string() + " word/" +
                                              relation.node().attribute("Target").value());
        read.push_back(read_code(folder.write("code.png", picture)));
    }
    EXPECT_EQ(labels, (std::vector<std::string>{"扫码核验：<2024-0001>", "另一个"}));
    EXPECT_EQ(read, (std::vector<std::string>{"MJ;示例;2024-0001", "MJ;示例;2024-0002"}));
}

TEST(Docx, RefusesWhatCannotBePrinted)
{
    const auto refusal = docx({.blocks = {Paragraph{{{"\x02"}}}}});
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().code, "document.text.not_printable");
}

TEST(Docx, TheSignatureStaysWithTheTextAboveIt)
{
    Document document = sample_document();
    document.blocks.emplace_back(Signature{});
    document.blocks.emplace_back(PageBreak{});
    document.blocks.emplace_back(Paragraph{{{"附表"}}});
    const pugi::xml_document xml = part(*docx(document), "word/document.xml");
    std::string kept;
    for (const auto& found : xml.select_nodes("//w:body/w:p[w:pPr/w:keepNext]"))
        for (const auto& text : found.node().select_nodes(".//w:t")) kept += text.node().text().get();
    EXPECT_EQ(kept, "按月核对台账，缺少的凭证在次月十日前补齐。示例单位");
    EXPECT_TRUE(outline_of(xml).ends_with("Signature|示例单位\nSignature|2025年1月20日\nNormal|附表\n"))
        << outline_of(xml);
    for (const Order& order : orders) expect_order(xml, order);
}

TEST(Docx, RowsThatStayTogetherAreKeptWithTheNext)
{
    Document document = sample_document();
    std::get<Table>(document.blocks[8]).together = {3, 5};
    const pugi::xml_document xml = part(*docx(document), "word/document.xml");
    const auto kept = xml.select_nodes("//w:tr[w:tc/w:p/w:pPr/w:keepNext]");
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_TRUE(kept.begin()->node().select_node(".//w:t[text()='32']"));
    for (const Order& order : orders) expect_order(xml, order);
}

}  // namespace

}  // namespace document
