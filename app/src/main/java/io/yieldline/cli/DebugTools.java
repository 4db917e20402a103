package io.yieldline.cli;

import io.yieldline.operation.ask.DebugOperation;
import io.yieldline.operation.ask.DebugOperation.Question;
import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The tools of {@code debug}. */
final class DebugTools {
    private static final Path NONE = Path.of("");

    private DebugTools() {}

    /** What an export would change. */
    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            header = "Show what an export would change.",
            description = {
                "New, identical and revised records, these column by column, and known records between its first and last"
                        + " end time that it does not show. Decided as ingest decides it; nothing is loaded."
            },
            footer = {"", "Example:", "  yieldline --home plant debug compare workstationOutputReport.xls"})
    static final class Compare extends LookCommand {
        @Parameters(paramLabel = "FILE", description = "An export.")
        Path file = NONE;

        @Override
        Question parameters() {
            return new DebugOperation.Compare(file);
        }
    }

    /** Which rows are of one event. */
    @Command(
            name = "dedup",
            mixinStandardHelpOptions = true,
            header = "Show the identity of each row of an export, and which row it collides with.",
            footer = {"", "Example:", "  yieldline --home plant debug dedup workstationOutputReport.xls --format csv"})
    static final class Dedup extends LookCommand {
        @Parameters(paramLabel = "FILE", description = "An export.")
        Path file = NONE;

        @Override
        Question parameters() {
            return new DebugOperation.Dedup(file);
        }
    }

    /** All that is known of a unit. */
    @Command(
            name = "record",
            mixinStandardHelpOptions = true,
            header = "Show all that is known of a unit: its journey through all logs, in plant time.",
            description = {
                "\"minutes\" is the time from start to end, \"waited\" that since the unit was last busy, both in minutes."
            },
            footer = {"", "Example:", "  yieldline --home plant debug record 1724001"})
    static final class Record extends LookCommand {
        @Parameters(paramLabel = "SERIAL_NUMBER", description = "A serial number.")
        String serialNumber = "";

        @Override
        Question parameters() {
            return new DebugOperation.Unit(serialNumber);
        }
    }

    /** A day counted anew. */
    @Command(
            name = "day",
            mixinStandardHelpOptions = true,
            header = "Count a day anew from the archived exports and compare it with the marts.",
            description = "Exit code 3 when they differ. Weeks and facts about units are not counted.",
            footer = {"", "Example:", "  yieldline --home plant debug day 2025-04-15"})
    static final class Day extends LookCommand {
        @Parameters(paramLabel = "DAY", description = "A plant day, such as 2025-04-15.")
        LocalDate day = LocalDate.EPOCH;

        @Override
        Question parameters() {
            return new DebugOperation.Day(day);
        }
    }
}
