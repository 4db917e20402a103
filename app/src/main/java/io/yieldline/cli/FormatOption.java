package io.yieldline.cli;

import io.yieldline.warehouse.Table;
import picocli.CommandLine.Option;

/** The output format of a table. */
final class FormatOption {
    /** The formats. */
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

    /** Prints the table in a machine-readable format, or calls {@code text}. */
    void print(Table table, Console console, Runnable text) {
        switch (format) {
            case TABLE -> text.run();
            case CSV -> console.csv(table);
            case JSON -> console.json(table);
        }
    }
}
