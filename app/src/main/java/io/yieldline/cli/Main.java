package io.yieldline.cli;

import picocli.CommandLine;

/** The program. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new YieldlineCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Errors())
                .setParameterExceptionHandler(Errors::usage)
                .setUsageHelpAutoWidth(true);
    }
}
