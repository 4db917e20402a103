package io.yieldline.operation.load;

import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.load.IngestOperation.Loaded;

/** Loads exports and brings the marts up to date, in one process. */
public final class LoadOperation implements Operation<IngestOperation.Parameters, Loaded> {
    /** The name of this operation. */
    public static final String NAME = "load";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Load exports, and bring the marts up to date.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public String command() {
        return NAME + " FILE_OR_FOLDER...";
    }

    /** The marts follow in any case: a run before this one may have been killed between the two. */
    @Override
    public Loaded run(IngestOperation.Parameters parameters, Context context) {
        return context.warehouse().loading(() -> {
            Loaded loaded = new IngestOperation().run(parameters, context);
            return new Loaded(loaded.exports(), AggregateOperation.recent(context));
        });
    }
}
