package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.cli.Cli.Ran;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A workbook that refreshes itself, read back part by part as its formats say: Open XML, and [MS-QDEFF] for the queries. */
class LiveWorkbookTest {
    private static final String QUERY = """

            shared packing_daily = let
                Source = Csv.Document(Web.Contents(Server, [RelativePath = "api/v1/marts/packing_daily", \
            Query = [format = "csv", from = "2025-04-14", to = "2025-04-20"]]), \
            [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
                Headed = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),
                Blank = Table.ReplaceValue(Headed, "", null, Replacer.ReplaceValue, Table.ColumnNames(Headed)),
                Typed = Table.TransformColumnTypes(Blank, {{"day", type date}, {"model", type text}, \
            {"part_number", type text}, {"packed", type number}}, "en-US")
            in
                Typed;
            """;

    @TempDir
    Path temp;

    private Cli cli;
    private Path file;

    @BeforeEach
    void load() {
        cli = Cli.counted(temp);
        file = temp.resolve("live.xlsx");
    }

    @Test
    void presentRowsAreThere_withALinkEach() throws IOException {
        assertThat(export("packing_daily", "weekly_summary")).isEqualTo(new Ran(0, """
                TEMP/live.xlsx  3 rows
                1 file written, 3 rows.
                """, ""));

        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName()))
                    .containsExactly("Connect", "packing_daily", "weekly_summary");
            List<Row> rows = workbook.getSheet(1).orElseThrow().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("Packing records by day");
            assertThat(rows.get(rows.size() - 2).stream().map(cell -> cell.getText()))
                    .containsExactly("day", "model", "part_number", "packed", "why?");
            assertThat(rows.get(rows.size() - 1).getCell(4).getFormula())
                    .isEqualTo("HYPERLINK(YieldlineServer&\"/yield?why=\"&_xlfn.ENCODEURL(\"packing_daily\"&\"?day=\"&"
                            + "YEAR(packing_daily[[#This Row],[day]])&\"-\"&RIGHT(\"0\"&MONTH(packing_daily[[#This Row],"
                            + "[day]]),2)&\"-\"&RIGHT(\"0\"&DAY(packing_daily[[#This Row],[day]]),2)&\"&model=\"&"
                            + "_xlfn.ENCODEURL(packing_daily[[#This Row],[model]])&\"&part_number=\"&"
                            + "_xlfn.ENCODEURL(packing_daily[[#This Row],[part_number]])),\"why?\")");
        }
    }

    @Test
    void everyPartHasAType_andEveryRelationshipLeadsToAPart() throws Exception {
        export();
        Map<String, byte[]> parts = parts();
        Element types = xml(parts, "[Content_Types].xml");
        List<String> overrides = attributes(types, "Override", "PartName");

        assertThat(overrides).doesNotHaveDuplicates().allMatch(part -> parts.containsKey(part.substring(1)));
        for (String part : parts.keySet()) {
            assertThat(xml(parts, part)).as(part).isNotNull();
            assertThat(overrides.contains("/" + part)
                            || part.endsWith(".rels")
                            || part.equals("[Content_Types].xml")
                            || part.equals("customXml/item1.xml"))
                    .as("type of " + part)
                    .isTrue();
            if (part.endsWith(".rels")) {
                URI owner = URI.create("/" + part.replace("_rels/", "").replaceAll("\\.rels$", ""));
                List<String> ids = attributes(xml(parts, part), "Relationship", "Id");
                assertThat(ids).doesNotHaveDuplicates();
                assertThat(attributes(xml(parts, part), "Relationship", "Target"))
                        .as(part)
                        .allMatch(target -> parts.containsKey(
                                owner.resolve(target).getPath().substring(1)));
            }
        }
    }

    @Test
    void everyTableIsBoundToAConnection_columnByColumn() throws Exception {
        export();
        Map<String, byte[]> parts = parts();
        NodeList connections = xml(parts, "xl/connections.xml").getElementsByTagName("connection");
        List<String> names = attributes(xml(parts, "xl/workbook.xml"), "definedName", "name");

        assertThat(connections.getLength()).isEqualTo(14);
        for (int number = 1; number <= connections.getLength(); number++) {
            Element connection = (Element) connections.item(number - 1);
            Element table = xml(parts, "xl/tables/table" + number + ".xml");
            Element query = xml(parts, "xl/queryTables/queryTable" + number + ".xml");
            String name = table.getAttribute("name");
            assertThat(connection.getAttribute("id")).isEqualTo(query.getAttribute("connectionId"));
            assertThat(((Element) connection.getElementsByTagName("dbPr").item(0)).getAttribute("connection"))
                    .isEqualTo("Provider=Microsoft.Mashup.OleDb.1;Data Source=$Workbook$;Location=" + name
                            + ";Extended Properties=\"\"");
            assertThat(table.getAttribute("tableType")).isEqualTo("queryTable");
            assertThat(names).contains(query.getAttribute("name"));
            List<String> columns = attributes(table, "tableColumn", "name");
            assertThat(attributes(query, "queryTableField", "tableColumnId"))
                    .isEqualTo(attributes(table, "tableColumn", "id"));
            assertThat(attributes(query, "queryTableField", "name"))
                    .isEqualTo(columns.stream()
                            .map(column -> column.equals("why?") ? "" : column)
                            .toList());
            assertThat(headings(number, columns.size())).isEqualTo(columns);
        }
    }

    @Test
    void queriesAreReadBack_asTheirFormatSays() throws Exception {
        cli.run(
                "-q",
                "export",
                "packing_daily",
                "etl_v2.packing_daily_summary",
                "--live",
                "--server",
                "https://yieldline.example.com/",
                "--week",
                "2025-W16",
                "--out",
                file.toString());
        byte[] item = parts().get("customXml/item1.xml");
        String text = new String(item, StandardCharsets.UTF_16);
        assertThat(text)
                .startsWith("<?xml version=\"1.0\" encoding=\"utf-16\"?>"
                        + "<DataMashup xmlns=\"http://schemas.microsoft.com/DataMashup\">");
        ByteBuffer mashup = ByteBuffer.wrap(Base64.getDecoder().decode(text.replaceAll("(?s).*\">|</DataMashup>", "")))
                .order(ByteOrder.LITTLE_ENDIAN);

        assertThat(mashup.getInt()).as("version").isZero();
        Map<String, byte[]> parts = unzipped(field(mashup));
        Element permissions = parsed(field(mashup));
        ByteBuffer metadata = ByteBuffer.wrap(field(mashup)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(field(mashup)).as("permission bindings").containsExactly(0);
        assertThat(mashup.hasRemaining()).isFalse();

        assertThat(parts.keySet()).containsExactly("Config/Package.xml", "[Content_Types].xml", "Formulas/Section1.m");
        assertThat(parsed(parts.get("Config/Package.xml")).getTagName()).isEqualTo("Package");
        assertThat(attributes(parsed(parts.get("[Content_Types].xml")), "Default", "Extension"))
                .containsExactly("xml", "m");
        assertThat(new String(parts.get("Formulas/Section1.m"), StandardCharsets.UTF_8).replace("\r\n", "\n"))
                .startsWith("section Section1;\n\nshared Server = \"https://yieldline.example.com\" meta"
                        + " [IsParameterQuery=true, Type=\"Text\", IsParameterQueryRequired=true];\n" + QUERY)
                .contains("\nshared etl_v2_packing_daily_summary = let\n")
                .contains("api/v1/views/etl_v2.packing_daily_summary");
        assertThat(permissions.getElementsByTagName("FirewallEnabled").item(0).getTextContent())
                .isEqualTo("true");

        assertThat(metadata.getInt()).as("version of the metadata").isZero();
        NodeList paths = parsed(field(metadata)).getElementsByTagName("ItemPath");
        assertThat(IntStream.range(0, paths.getLength())
                        .mapToObj(i -> paths.item(i).getTextContent()))
                .containsExactly(
                        "", "Section1/Server", "Section1/packing_daily", "Section1/etl_v2_packing_daily_summary");
        assertThat(unzipped(field(metadata))).isEmpty();
        assertThat(metadata.hasRemaining()).isFalse();
    }

    @Test
    void emptyTable_hasABlankRow() throws Exception {
        cli.run("-q", "export", "packing_daily", "--live", "--from", "2030-01-01", "--out", file.toString());

        assertThat(xml(parts(), "xl/tables/table1.xml").getAttribute("ref")).isEqualTo("A4:E5");
    }

    @Test
    void wrongWords_areRefused() {
        assertThat(cli.run("export", "--live", "--server", "yieldline", "--out", file.toString()))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "yieldline: the server \"yieldline\" is not an address such as https://yieldline.example.com\n"));
        for (List<String> words :
                List.of(List.of("--live"), List.of("--out", "x.xlsx"), List.of("--server", "http://127.0.0.1:8480"))) {
            List<String> all = new ArrayList<>(List.of("export"));
            all.addAll(words);
            assertThat(cli.run(all.toArray(String[]::new)).err())
                    .contains("a live workbook is written with --live --out FILE.xlsx, and perhaps --server URL");
        }
        assertThat(file).doesNotExist();
    }

    private Ran export(String... tables) {
        List<String> words = new ArrayList<>(List.of("-q", "export"));
        words.addAll(List.of(tables));
        words.addAll(List.of("--live", "--out", file.toString()));
        return cli.run(words.toArray(String[]::new));
    }

    private List<String> headings(int sheet, int count) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            Row row = workbook.getSheet(sheet).orElseThrow().read().stream()
                    .filter(each -> each.getRowNum() == 4)
                    .findFirst()
                    .orElseThrow();
            return IntStream.range(0, count).mapToObj(row::getCellText).toList();
        }
    }

    private Map<String, byte[]> parts() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] field(ByteBuffer from) {
        byte[] bytes = new byte[from.getInt()];
        from.get(bytes);
        return bytes;
    }

    private static Element xml(Map<String, byte[]> parts, String name) throws Exception {
        return parsed(parts.get(name));
    }

    private static Element parsed(byte[] bytes) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        return document.getDocumentElement();
    }

    private static List<String> attributes(Element element, String tag, String attribute) {
        NodeList found = element.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> ((Element) found.item(i)).getAttribute(attribute))
                .toList();
    }
}
