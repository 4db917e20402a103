package io.yieldline.source;

import java.nio.file.Path;

/** The door from files to rows. */
public final class Source {
    private Source() {}

    /** Opens the first sheet of an export, whatever its name: the format is told by its bytes. */
    public static RowReader open(Path file) throws SourceException {
        return switch (FormatSniffer.sniff(file)) {
            case XLSX -> XlsxReader.open(file);
            case XLS -> XlsReader.open(file);
            case CSV -> CsvReader.open(file);
            case HTML -> HtmlReader.open(file);
            case SPREADSHEETML -> SpreadsheetMlReader.open(file);
        };
    }
}
