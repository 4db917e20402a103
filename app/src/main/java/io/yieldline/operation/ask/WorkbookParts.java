package io.yieldline.operation.ask;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Binds the tables of a workbook to queries: the parts that the library for workbooks does not write. */
final class WorkbookParts {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONSHIPS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    private static final String KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final String server;
    private final List<LiveTable> tables;

    /** @param tables the tables in the order of their sheets, which follow the sheet Connect */
    WorkbookParts(String server, List<LiveTable> tables) {
        this.server = server;
        this.tables = tables;
    }

    /** Writes a workbook again, bound. */
    void bind(Path workbook, Path bound) throws IOException {
        Map<String, byte[]> parts = parts();
        try (ZipFile old = new ZipFile(workbook.toFile());
                OutputStream out = Files.newOutputStream(bound);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            Enumeration<? extends ZipEntry> entries = old.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!parts.containsKey(entry.getName())) {
                    copy(old, entry, zip);
                }
            }
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
    }

    private void copy(ZipFile old, ZipEntry entry, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        switch (entry.getName()) {
            case "[Content_Types].xml" -> zip.write(with(old, entry, "</Types>", types()));
            case "xl/_rels/workbook.xml.rels" -> zip.write(with(old, entry, "</Relationships>", relationships()));
            case "xl/workbook.xml" -> zip.write(with(old, entry, "</workbook>", names()));
            default -> old.getInputStream(entry).transferTo(zip);
        }
    }

    /** A small part with more before its end. */
    private static byte[] with(ZipFile old, ZipEntry entry, String end, String more) throws IOException {
        String text = new String(old.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        if (!text.contains(end)) {
            throw new IllegalStateException(entry.getName() + " has no " + end);
        }
        return text.replace(end, more + end).getBytes(StandardCharsets.UTF_8);
    }

    private String types() {
        return override("xl/connections.xml", SPREADSHEET + "connections+xml")
                + override(
                        "customXml/itemProps1.xml",
                        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")
                + each((table, number) ->
                        override("xl/queryTables/queryTable" + number + ".xml", SPREADSHEET + "queryTable+xml"));
    }

    private static String relationships() {
        return relationship("rIdConnections", "connections", "connections.xml")
                + relationship("rIdQueries", "customXml", "../customXml/item1.xml");
    }

    private String names() {
        return "<definedNames><definedName name=\"YieldlineServer\">Connect!$B$3</definedName>"
                + each((table, number) -> "<definedName name=\"ExternalData_" + number + "\" localSheetId=\"" + number
                        + "\" hidden=\"1\">'" + table.sheet() + "'!" + table.cells("$") + "</definedName>")
                + "</definedNames><calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/>";
    }

    private Map<String, byte[]> parts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("customXml/item1.xml", DataMashup.part(server, tables));
        put(parts, "customXml/itemProps1.xml", """
                <ds:datastoreItem ds:itemID="{6F3B6E0C-5F57-4C7B-9A54-6B1B1C6C7E01}" \
                xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>\
                <ds:schemaRef ds:uri="http://schemas.microsoft.com/DataMashup"/></ds:schemaRefs></ds:datastoreItem>""");
        put(
                parts,
                "customXml/_rels/item1.xml.rels",
                RELATIONSHIPS + relationship("rId1", "customXmlProps", "itemProps1.xml") + "</Relationships>");
        put(
                parts,
                "xl/connections.xml",
                "<connections" + MAIN + ">" + each(WorkbookParts::connection) + "</connections>");
        for (int number = 1; number <= tables.size(); number++) {
            LiveTable table = tables.get(number - 1);
            put(parts, "xl/tables/table" + number + ".xml", table(table, number));
            put(
                    parts,
                    "xl/tables/_rels/table" + number + ".xml.rels",
                    RELATIONSHIPS
                            + relationship("rId1", "queryTable", "../queryTables/queryTable" + number + ".xml")
                            + "</Relationships>");
            put(parts, "xl/queryTables/queryTable" + number + ".xml", queryTable(table, number));
        }
        return parts;
    }

    private static void put(Map<String, byte[]> parts, String name, String xml) {
        parts.put(name, (XML + xml).getBytes(StandardCharsets.UTF_8));
    }

    private static String connection(LiveTable table, int number) {
        return "<connection id=\"" + number + "\" keepAlive=\"1\" name=\"Query - " + table.query()
                + "\" description=\"Connection to the '" + table.query() + "' query in the workbook.\" type=\"5\""
                + " refreshedVersion=\"7\" background=\"1\" saveData=\"1\"><dbPr"
                + " connection=\"Provider=Microsoft.Mashup.OleDb.1;Data Source=$Workbook$;Location=" + table.query()
                + ";Extended Properties=&quot;&quot;\" command=\"SELECT * FROM [" + table.query()
                + "]\"/></connection>";
    }

    private static String table(LiveTable table, int number) {
        return "<table" + MAIN + " id=\"" + number + "\" name=\"" + table.query() + "\" displayName=\"" + table.query()
                + "\" ref=\"" + table.cells("") + "\" tableType=\"queryTable\" totalsRowShown=\"0\"><autoFilter ref=\""
                + table.cells("") + "\"/><tableColumns count=\""
                + table.headings().size() + "\">" + columns(table)
                + "</tableColumns><tableStyleInfo name=\"TableStyleMedium2\" showFirstColumn=\"0\" showLastColumn=\"0\""
                + " showRowStripes=\"1\" showColumnStripes=\"0\"/></table>";
    }

    private static String columns(LiveTable table) {
        return numbered(table)
                .mapToObj(id -> {
                    String heading = table.headings().get(id - 1);
                    String start = "<tableColumn id=\"" + id + "\" uniqueName=\"" + id + "\" name=\"" + heading
                            + "\" queryTableFieldId=\"" + id + "\"";
                    return id <= table.columns().size()
                            ? start + "/>"
                            : start + "><calculatedColumnFormula>" + escaped(table.why())
                                    + "</calculatedColumnFormula></tableColumn>";
                })
                .collect(Collectors.joining());
    }

    private static String queryTable(LiveTable table, int number) {
        String fields = numbered(table)
                .mapToObj(id -> "<queryTableField id=\"" + id + "\""
                        + (id <= table.columns().size()
                                ? " name=\"" + table.headings().get(id - 1) + "\""
                                : " dataBound=\"0\" fillFormulas=\"1\"")
                        + " tableColumnId=\"" + id + "\"/>")
                .collect(Collectors.joining());
        int count = table.headings().size();
        return "<queryTable" + MAIN + " name=\"ExternalData_" + number + "\" connectionId=\"" + number
                + "\" autoFormatId=\"16\" applyNumberFormats=\"0\" applyBorderFormats=\"0\" applyFontFormats=\"0\""
                + " applyPatternFormats=\"0\" applyAlignmentFormats=\"0\" applyWidthHeightFormats=\"0\"><queryTableRefresh"
                + " nextId=\"" + (count + 1) + "\"><queryTableFields count=\"" + count + "\">" + fields
                + "</queryTableFields></queryTableRefresh></queryTable>";
    }

    private static IntStream numbered(LiveTable table) {
        return IntStream.rangeClosed(1, table.headings().size());
    }

    private String each(Numbered text) {
        return IntStream.rangeClosed(1, tables.size())
                .mapToObj(number -> text.of(tables.get(number - 1), number))
                .collect(Collectors.joining());
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private static String relationship(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + KIND + kind + "\" Target=\"" + target + "\"/>";
    }

    /** A text as XML has it. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private interface Numbered {
        String of(LiveTable table, int number);
    }
}
