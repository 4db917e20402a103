package io.yieldline.operation;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.warehouse.Table;

/** A table as a result. */
public record TableResult(Table table) implements Result {
    @Override
    public ExitCode exitCode() {
        return ExitCode.DONE;
    }

    @Override
    public String summary() {
        return Counted.of(table.rows().size(), "row");
    }
}
