package io.yieldline.operation.load;

import io.yieldline.ingest.Ingest;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.load.IngestOperation.Loaded;
import java.nio.file.Path;

/** Loads an uploaded export; its name is only a label. */
public final class UploadOperation implements Operation<UploadOperation.Parameters, Loaded> {
    /** The name of this operation. */
    public static final String NAME = "upload";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE =
            "Load an export that was sent over the network, and bring the marts up to date.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Loaded run(Parameters parameters, Context context) {
        Ingest ingest = context.ingest();
        return Loaded.of(ingest.loadNamed(parameters.name(), parameters.file(), context.runId(), context.progress()))
                .martsFollow(context);
    }

    /**
     * The upload.
     *
     * @param name file name from the sender
     * @param file the received file
     */
    public record Parameters(String name, Path file) {
        @Override
        public String toString() {
            return "Parameters[name=" + name + "]";
        }
    }
}
