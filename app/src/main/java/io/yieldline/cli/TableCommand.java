package io.yieldline.cli;

import io.yieldline.operation.TableResult;
import io.yieldline.warehouse.Table;
import picocli.CommandLine.Mixin;

/** A command that prints a table. */
abstract class TableCommand<P> extends PlantCommand<P, TableResult> {
    @Mixin
    FormatOption format = new FormatOption();

    /** Prints a non-empty table as text. */
    abstract void print(Table table, Console console);

    @Override
    boolean changes() {
        return false;
    }

    @Override
    Object json(TableResult result) {
        return result.table();
    }

    @Override
    void print(TableResult result, Console console) {
        format.print(result.table(), console, () -> printText(result.table(), console));
    }

    private void printText(Table table, Console console) {
        if (table.rows().isEmpty()) {
            console.line("None.");
        } else {
            print(table, console);
        }
    }
}
