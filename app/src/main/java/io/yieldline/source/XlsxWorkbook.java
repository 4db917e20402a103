package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sheets, styles and texts of a workbook, and their parts. */
final class XlsxWorkbook {
    private static final Set<String> WITH_CELLS = Set.of("worksheet", "xlMacrosheet", "xlIntlMacrosheet");

    private final ZipParts parts;
    private final Relationships root;
    private final Relationships own;
    private final String folder;
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();
    private SharedStrings strings;
    private Styles styles = Styles.none();
    private boolean from1904;

    private XlsxWorkbook(ZipParts parts, Relationships root, String name) throws SourceException {
        this.parts = parts;
        this.root = root;
        this.own = Relationships.of(parts, name);
        this.folder = name.substring(0, name.lastIndexOf('/') + 1);
        this.strings = new SharedStrings(parts.budget());
    }

    static XlsxWorkbook read(ZipParts parts) throws SourceException {
        Relationships root = Relationships.of(parts, "");
        String name = root.ofType("officeDocument").orElse("xl/workbook.xml");
        XlsxWorkbook workbook = new XlsxWorkbook(parts, root, name);
        parts.read(name, workbook::readOutline);
        workbook.strings = workbook.readStrings();
        workbook.styles = workbook.readStyles();
        return workbook;
    }

    /** Elements of other namespaces with the same names, in extensions, mean something else. */
    private XlsxWorkbook readOutline(Xml xml) throws SourceException {
        String namespace = xml.find("workbook") ? xml.namespace() : "";
        while (xml.nextWithin("workbook")) {
            if (xml.namespace().equals(namespace)) {
                readElement(xml);
            }
        }
        if (sheets.isEmpty()) {
            throw new SourceException(Fault.CORRUPT, "the workbook has no sheet with cells; export it again");
        }
        return this;
    }

    private void readElement(Xml xml) throws SourceException {
        String date1904 = xml.attribute("date1904");
        if (xml.isAt("workbookPr") && date1904 != null) {
            from1904 = isTrue(date1904);
        } else if (xml.isAt("sheet")) {
            addSheet(xml.attribute("id"), xml.attribute("name"));
        }
    }

    private static boolean isTrue(String value) {
        return "1".equals(value) || "true".equals(value);
    }

    /** Adds a tab with cells; some tabs have only a chart or a dialog. A part is read once, however many tabs refer to it. */
    private void addSheet(@Nullable String id, @Nullable String name) throws SourceException {
        String label = name == null ? "" : name;
        if (id == null || !own.has(id)) {
            throw new SourceException(
                    Fault.CORRUPT, "the cells of sheet \"" + label + "\" are not in the workbook; export it again");
        }
        own.byId(id, WITH_CELLS).ifPresent(part -> sheets.putIfAbsent(part, new Sheet(label, part)));
    }

    /** The sheets with cells, in the order of their tabs; never empty. */
    List<Sheet> sheets() {
        return List.copyOf(sheets.values());
    }

    /** A sheet for the plain reader. */
    SheetRows openPlain(Sheet sheet) throws SourceException {
        return new PlainSheet(parts.bytes(sheet.part()), strings, styles);
    }

    /** A sheet for the XML reader, after the plain reader failed. */
    SheetRows open(Sheet sheet) throws SourceException {
        return new XlsxSheet(parts.xml(sheet.part()), strings, styles, from1904);
    }

    private SharedStrings readStrings() throws SourceException {
        Optional<String> part = existingOrUsual("sharedStrings");
        return part.isPresent() ? SharedStrings.read(parts, part.get()) : new SharedStrings(parts.budget());
    }

    private Styles readStyles() throws SourceException {
        Optional<String> part = existingOrUsual("styles");
        return part.isPresent() ? parts.read(part.get(), Styles::read) : Styles.none();
    }

    Optional<LocalDateTime> writtenAt() throws SourceException {
        Optional<String> part = existing(root, "core-properties");
        return part.isPresent() ? parts.read(part.get(), XlsxWorkbook::readWritten) : Optional.empty();
    }

    private static Optional<LocalDateTime> readWritten(Xml xml) throws SourceException {
        WrittenAt written = new WrittenAt();
        while (xml.nextWithin("coreProperties")) {
            written.read(xml, "created", "modified");
        }
        return written.time();
    }

    /** Some writers forget to list a part; then it is looked for under its usual name. */
    private Optional<String> existingOrUsual(String type) {
        return existing(own, type).or(() -> Optional.of(folder + type + ".xml").filter(parts::has));
    }

    private Optional<String> existing(Relationships relationships, String type) {
        return relationships.ofType(type).filter(parts::has);
    }

    /** A sheet with cells: its tab and its part. */
    record Sheet(String name, String part) {}
}
