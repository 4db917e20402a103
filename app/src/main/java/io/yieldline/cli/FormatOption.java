package io.yieldline.cli;

import io.yieldline.operation.CsvTable;
import io.yieldline.warehouse.Table;
import picocli.CommandLine.Option;

/** How a table is printed. */
final class FormatOption {
    /** The forms that a table can take. */
    enum Format {
        TABLE,
        CSV,
        JSON
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table (default), csv or json.")
    Format format = Format.TABLE;

    /** Prints the full table for programs; for people what {@code text} prints. */
    void print(Table table, Console console, Runnable text) {
        switch (format) {
            case TABLE -> text.run();
            case CSV -> CsvTable.write(table, console.out());
            case JSON -> console.json(table);
        }
    }
}
