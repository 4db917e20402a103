package io.yieldline.source;

import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.yieldline.source.SourceException.Fault;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Streams the sheets of an Excel 2003 XML workbook. */
final class SpreadsheetMlReader implements RowReader {
    private static final String NAME = "the XML workbook";

    private final Xml xml;
    private final WrittenAt written = new WrittenAt();
    private final SpreadsheetMlStyles styles = new SpreadsheetMlStyles();
    private SpreadsheetMlRow row;
    private RowOrder order;
    private String name = "";

    private SpreadsheetMlReader(Xml xml) throws SourceException {
        this.xml = xml;
        this.row = new SpreadsheetMlRow(xml, styles);
        this.order = new RowOrder(this::nextInFile);
        if (!findSheet()) {
            throw new SourceException(Fault.CORRUPT, "the workbook has no sheet with cells; export it again");
        }
    }

    static SpreadsheetMlReader open(Path file, ReadingBudget budget) throws SourceException {
        Xml xml = openXml(TextEncoding.open(() -> budget.watch(Files.newInputStream(file))));
        try {
            return new SpreadsheetMlReader(xml);
        } catch (SourceException e) {
            xml.close();
            throw e;
        }
    }

    private static Xml openXml(Reader text) throws SourceException {
        try {
            skipDeclaration(text);
            return Xml.of(new Utf8Stream(text), NAME);
        } catch (IOException e) {
            throw TextEncoding.unreadable(e);
        }
    }

    /** Skips blank lines, which XML does not allow at the start, and a declaration, whose encoding no longer applies. */
    private static void skipDeclaration(Reader text) throws IOException {
        int first;
        do {
            text.mark(2);
            first = text.read();
        } while (Character.isWhitespace(first));
        if (first == '<' && text.read() == '?') {
            while (first >= 0 && first != '>') {
                first = text.read();
            }
        } else {
            text.reset();
        }
    }

    /** Moves to the next sheet; false at the end of the document. */
    private boolean findSheet() throws SourceException {
        while (!xml.isAtStart("Worksheet")) {
            if (xml.event() == END_DOCUMENT || xml.next() == END_DOCUMENT) {
                return false;
            }
            written.read(xml, "Created", "LastSaved");
            styles.read(xml);
        }
        String named = xml.attribute("Name");
        name = "sheet \"" + (named == null ? "" : named) + "\"";
        return true;
    }

    @Override
    public Format format() {
        return Format.SPREADSHEETML;
    }

    @Override
    public Optional<LocalDateTime> writtenAt() {
        return written.time();
    }

    @Override
    public String table() {
        return name;
    }

    @Override
    public @Nullable Row next() throws SourceException {
        return order.next();
    }

    private @Nullable Row nextInFile() throws SourceException {
        for (int event = xml.event(); event != END_DOCUMENT; event = xml.next()) {
            if (event == END_ELEMENT && xml.isAt("Worksheet")) {
                return null;
            }
            if (event == START_ELEMENT && xml.isAt("Column")) {
                row.readColumn();
            }
            if (event == START_ELEMENT && xml.isAt("Row")) {
                Row read = row.read();
                if (read != null) {
                    return read;
                }
            }
        }
        return null;
    }

    @Override
    public boolean nextTable() throws SourceException {
        TableEnd.reach(this);
        row = new SpreadsheetMlRow(xml, styles);
        order = new RowOrder(this::nextInFile);
        return findSheet();
    }

    @Override
    public void close() {
        xml.close();
    }
}
