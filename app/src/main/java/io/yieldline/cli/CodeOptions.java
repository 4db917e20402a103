package io.yieldline.cli;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names an entry of the code library, or its action for a model. */
final class CodeOptions {
    @Parameters(paramLabel = "CODE", description = "The error code or station reason.")
    String code = "";

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "Only the action for units of this model (default: the entry itself).")
    @Nullable
    String model;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "The first day of the entry (default: it has always been in force).")
    @Nullable
    LocalDate from;
}
