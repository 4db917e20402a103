package io.yieldline.cli;

import io.yieldline.warehouse.Warehouse;
import java.time.InstantSource;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The program. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        Warehouse.preload();
        Ansi colours = Terminal.attached() ? Ansi.AUTO : Ansi.OFF;
        System.exit(commandLine()
                .setColorScheme(CommandLine.Help.defaultColorScheme(colours))
                .execute(arguments));
    }

    static CommandLine commandLine() {
        return commandLine(InstantSource.system());
    }

    static CommandLine commandLine(InstantSource clock) {
        return new CommandLine(new YieldlineCommand(clock))
                .registerConverter(LocalDate.class, Words::day)
                .registerConverter(AggregateCommand.Mode.class, Words.oneOf(AggregateCommand.Mode.class))
                .registerConverter(ExportCommand.Format.class, Words.oneOf(ExportCommand.Format.class))
                .registerConverter(FormatOption.Format.class, Words.oneOf(FormatOption.Format.class))
                .setExecutionExceptionHandler(new Errors())
                .setParameterExceptionHandler(Errors::usage)
                .setUsageHelpAutoWidth(true);
    }
}
