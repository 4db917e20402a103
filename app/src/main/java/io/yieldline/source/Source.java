package io.yieldline.source;

import java.nio.file.Path;

/** Opens files for reading rows. */
public final class Source {
    private Source() {}

    /** Opens the first sheet of an export; the format is detected from the content. */
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
