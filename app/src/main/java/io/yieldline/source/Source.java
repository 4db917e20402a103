package io.yieldline.source;

import java.nio.file.Path;

/** Opens files for reading rows. */
public final class Source {
    private Source() {}

    /** Opens an export with the budget of a file that is read alone. */
    public static RowReader open(Path file) throws SourceException {
        return open(file, ReadingBudget.alone(file));
    }

    /** Opens an export; the format is detected from the content. The same thread must read the rows. */
    public static RowReader open(Path file, ReadingBudget budget) throws SourceException {
        budget.begin();
        RowReader reader = switch (FormatSniffer.sniff(file)) {
            case XLSX -> XlsxReader.open(file, budget);
            case XLS -> XlsReader.open(file, budget);
            case CSV -> CsvReader.open(file, budget);
            case HTML -> HtmlReader.open(file, budget);
            case SPREADSHEETML -> SpreadsheetMlReader.open(file, budget);
        };
        return new BudgetedReader(reader, budget);
    }
}
