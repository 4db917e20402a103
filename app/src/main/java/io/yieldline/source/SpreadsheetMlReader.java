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

/** Streams the first sheet of an Excel 2003 XML workbook. */
final class SpreadsheetMlReader implements RowReader {
    private static final String NAME = "the XML workbook";

    private final Xml xml;
    private final SpreadsheetMlRow row;
    private final WrittenAt written = new WrittenAt();
    private boolean inSheet = true;

    private SpreadsheetMlReader(Xml xml) throws SourceException {
        this.xml = xml;
        this.row = new SpreadsheetMlRow(xml);
        findSheet();
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

    private void findSheet() throws SourceException {
        while (!xml.isAtStart("Worksheet")) {
            if (xml.next() == END_DOCUMENT) {
                throw new SourceException(Fault.CORRUPT, "the workbook has no sheet with cells; export it again");
            }
            written.read(xml, "Created", "LastSaved");
        }
    }

    @Override
    public Format format() {
        return Format.SPREADSHEETML;
    }

    @Override
    public Optional<LocalDateTime> writtenAt() {
        return written.time();
    }

    /** After the sheet, reads to the end of the document to detect truncation. */
    @Override
    public @Nullable Row next() throws SourceException {
        for (int event = xml.event(); event != END_DOCUMENT; event = xml.next()) {
            if (event == END_ELEMENT && xml.isAt("Worksheet")) {
                inSheet = false;
            } else if (inSheet && event == START_ELEMENT && xml.isAt("Row")) {
                Row read = row.read();
                if (read != null) {
                    return read;
                }
            }
        }
        return null;
    }

    @Override
    public void close() {
        xml.close();
    }
}
