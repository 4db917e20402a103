package io.yieldline.operation.ask;

import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import io.yieldline.warehouse.Table;
import java.util.Arrays;
import java.util.List;

/** Lists the annotations of the plant. */
public final class AnnotationsOperation implements Operation<AnnotationsOperation.Parameters, TableResult> {
    /** The name of this operation. */
    public static final String NAME = "annotations";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "List the notes that stand on charts.";

    private static final List<String> COLUMNS = List.of("from", "to", "model", "station", "note");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public TableResult run(Parameters parameters, Context context) {
        return new TableResult(new Table(
                COLUMNS,
                context.plant().annotations().all().stream()
                        .map(each -> Arrays.<Object>asList(
                                each.from(), each.to(), each.model(), each.station(), each.note()))
                        .toList()));
    }

    /** No parameters. */
    public record Parameters() {}
}
