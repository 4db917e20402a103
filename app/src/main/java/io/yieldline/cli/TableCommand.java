package io.yieldline.cli;

import io.yieldline.operation.TableResult;

/** A command that answers with a table. */
abstract class TableCommand<P> extends PlantCommand<P, TableResult> {
    @Override
    boolean changes() {
        return false;
    }

    @Override
    void print(TableResult result, Console console) {
        if (result.table().rows().isEmpty()) {
            console.line("None.");
        } else {
            console.table(result.table());
        }
    }
}
