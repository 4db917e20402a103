package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sheets, styles and texts of a workbook, and their parts. */
final class XlsxWorkbook {
    private final ZipParts parts;
    private final Relationships root;
    private final Relationships own;
    private final List<String> sheetIds = new ArrayList<>();
    private SharedStrings strings;
    private Styles styles = Styles.none();
    private boolean from1904;

    private XlsxWorkbook(ZipParts parts, Relationships root, Relationships own) {
        this.parts = parts;
        this.root = root;
        this.own = own;
        this.strings = new SharedStrings(parts.budget());
    }

    static XlsxWorkbook read(ZipParts parts) throws SourceException {
        Relationships root = Relationships.of(parts, "");
        String name = root.ofType("officeDocument").orElse("xl/workbook.xml");
        XlsxWorkbook workbook = new XlsxWorkbook(parts, root, Relationships.of(parts, name));
        return parts.read(name, workbook::readOutline);
    }

    private XlsxWorkbook readOutline(Xml xml) throws SourceException {
        while (xml.nextWithin("workbook")) {
            switch (xml.name()) {
                case "workbookPr" -> from1904 = isTrue(xml.attribute("date1904"));
                case "sheet" -> addSheet(xml.attribute("id"));
                default -> {}
            }
        }
        return this;
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private void addSheet(@Nullable String id) throws SourceException {
        if (id != null) {
            sheetIds.add(id);
        }
        if (sheetIds.size() > SheetLimits.ENTRIES) {
            throw SourceException.tooMany("the workbook", "sheets");
        }
    }

    /** The first sheet for the plain reader. */
    SheetRows openPlainSheet() throws SourceException {
        strings = readStrings();
        styles = readStyles();
        return new PlainSheet(parts.bytes(firstSheet()), strings, styles);
    }

    /** The first sheet for the XML reader, after the plain reader failed. */
    SheetRows openSheet() throws SourceException {
        return new XlsxSheet(parts.xml(firstSheet()), strings, styles, from1904);
    }

    /** The first tab with cells; some tabs have only a chart. */
    private String firstSheet() throws SourceException {
        return sheetIds.stream()
                .flatMap(id -> own.byId(id, "worksheet").stream())
                .findFirst()
                .orElseThrow(() ->
                        new SourceException(Fault.CORRUPT, "the workbook has no sheet with cells; export it again"));
    }

    private SharedStrings readStrings() throws SourceException {
        Optional<String> part = existing(own, "sharedStrings");
        return part.isPresent()
                ? parts.read(part.get(), xml -> SharedStrings.read(xml, parts.budget()))
                : new SharedStrings(parts.budget());
    }

    private Styles readStyles() throws SourceException {
        Optional<String> part = existing(own, "styles");
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

    private Optional<String> existing(Relationships relationships, String type) {
        return relationships.ofType(type).filter(parts::has);
    }
}
