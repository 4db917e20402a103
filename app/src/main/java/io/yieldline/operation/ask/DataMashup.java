package io.yieldline.operation.ask;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The Power Query formulas of a workbook in their binary format, [MS-QDEFF]: version, a package with the formulas, permissions,
 * metadata, permission bindings; each but the first after its length.
 */
final class DataMashup {
    private static final int VERSION = 0;

    /** Says that the permissions are bound to nobody: only Windows can bind them to a user. */
    private static final byte[] UNBOUND = {0};

    private static final String XML = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
    private static final String NAMESPACES = " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    private DataMashup() {}

    /** The part of the workbook that holds the formulas of these tables, of a server. */
    static byte[] part(String server, List<LiveTable> tables) {
        String text = XML.replace("utf-8", "utf-16") + "<DataMashup xmlns=\"http://schemas.microsoft.com/DataMashup\">"
                + Base64.getEncoder().encodeToString(bytes(server, tables)) + "</DataMashup>";
        return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
    }

    private static byte[] bytes(String server, List<LiveTable> tables) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(number(VERSION));
        field(parts(section(server, tables)), out);
        field(
                text(XML + "<PermissionList" + NAMESPACES
                        + "><CanEvaluateFuturePackages>false</CanEvaluateFuturePackages>"
                        + "<FirewallEnabled>true</FirewallEnabled></PermissionList>"),
                out);
        field(metadata(tables), out);
        field(UNBOUND, out);
        return out.toByteArray();
    }

    /** The formulas: the address of the server as a parameter, so that Excel asks for the token once, and a query for each table. */
    private static String section(String server, List<LiveTable> tables) {
        return "section Section1;\r\n\r\nshared Server = \"" + server
                + "\" meta [IsParameterQuery=true, Type=\"Text\", IsParameterQueryRequired=true];\r\n"
                + tables.stream().map(LiveTable::formula).collect(Collectors.joining());
    }

    private static byte[] parts(String section) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "Config/Package.xml",
                XML + "<Package" + NAMESPACES + "><Version>2.99.202.0</Version><MinVersion>2.21.0.0</MinVersion>"
                        + "<Culture>en-US</Culture></Package>");
        parts.put(
                "[Content_Types].xml",
                XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"xml\" ContentType=\"text/xml\" />"
                        + "<Default Extension=\"m\" ContentType=\"application/x-ms-m\" /></Types>");
        parts.put("Formulas/Section1.m", section);
        return zip(parts);
    }

    private static byte[] metadata(List<LiveTable> tables) {
        String items =
                "<Item><ItemLocation><ItemType>AllFormulas</ItemType><ItemPath /></ItemLocation><StableEntries /></Item>"
                        + item(
                                "Server",
                                "<Entry Type=\"FillEnabled\" Value=\"l0\" /><Entry Type=\"FillObjectType\""
                                        + " Value=\"sConnectionOnly\" /><Entry Type=\"ResultType\" Value=\"sText\" />")
                        + tables.stream().map(DataMashup::item).collect(Collectors.joining());
        byte[] xml = text(XML + "<LocalPackageMetadataFile" + NAMESPACES + "><Items>" + items
                + "</Items></LocalPackageMetadataFile>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(number(VERSION));
        field(xml, out);
        field(zip(Map.of()), out);
        return out.toByteArray();
    }

    private static String item(LiveTable table) {
        return item(
                table.query(),
                "<Entry Type=\"FillEnabled\" Value=\"l1\" /><Entry Type=\"FillObjectType\" Value=\"sTable\" />"
                        + "<Entry Type=\"FillToDataModelEnabled\" Value=\"l0\" /><Entry Type=\"BufferNextRefresh\" Value=\"l1\" />"
                        + "<Entry Type=\"ResultType\" Value=\"sTable\" /><Entry Type=\"NameUpdatedAfterFill\" Value=\"l0\" />"
                        + "<Entry Type=\"FillTarget\" Value=\"s" + table.query() + "\" />"
                        + "<Entry Type=\"FilledCompleteResultToWorksheet\" Value=\"l1\" />"
                        + "<Entry Type=\"AddedToDataModel\" Value=\"l0\" /><Entry Type=\"FillCount\" Value=\"l"
                        + table.rows()
                        + "\" /><Entry Type=\"FillErrorCount\" Value=\"l0\" /><Entry Type=\"FillStatus\" Value=\"sComplete\" />");
    }

    private static String item(String query, String entries) {
        return "<Item><ItemLocation><ItemType>Formula</ItemType><ItemPath>Section1/" + query
                + "</ItemPath></ItemLocation><StableEntries><Entry Type=\"IsPrivate\" Value=\"l0\" />" + entries
                + "</StableEntries></Item>";
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(
                        part.getKey().endsWith(".m")
                                ? part.getValue().getBytes(StandardCharsets.UTF_8)
                                : text(part.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** XML with the mark by which Excel writes it. */
    private static byte[] text(String xml) {
        return ("\uFEFF" + xml).getBytes(StandardCharsets.UTF_8);
    }

    private static void field(byte[] bytes, ByteArrayOutputStream out) {
        out.writeBytes(number(bytes.length));
        out.writeBytes(bytes);
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }
}
