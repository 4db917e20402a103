package io.yieldline.operation.ask;

import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Lists the targets of the plant. */
public final class TargetsOperation implements Operation<TargetsOperation.Parameters, TableResult> {
    /** The name of this operation. */
    public static final String NAME = "targets";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "List the targets for yields and packed units.";

    private static final List<String> COLUMNS =
            List.of("measure", "model", "station", "target", "from", "to", "in_force");

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
        LocalDate today = context.today();
        return new TableResult(new Table(
                COLUMNS,
                context.plant().targets().all().stream()
                        .map(target -> Arrays.<Object>asList(
                                target.measure().word(),
                                target.model(),
                                target.station(),
                                target.value(),
                                target.from(),
                                target.to(),
                                target.on(today)))
                        .toList()));
    }

    /** No parameters. */
    public record Parameters() {}
}
