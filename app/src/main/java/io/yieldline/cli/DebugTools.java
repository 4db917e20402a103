package io.yieldline.cli;

import io.yieldline.operation.ask.DebugOperation;
import io.yieldline.operation.ask.DebugOperation.Question;
import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The tools of {@code debug}. */
final class DebugTools {
    private static final Path NONE = Path.of("");

    private DebugTools() {}

    /** Shows what an export would change. */
    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            header = "Show what an export would change.",
            description = {
                "Lists new, identical and revised records (revised ones column by column), and known records in the time range of the export"
                        + " that it does not contain. Uses the rules of ingest; loads nothing."
            },
            footer = {"", "Example:", "  yieldline debug compare workstationOutputReport.xls"})
    static final class Compare extends InspectCommand {
        @Parameters(paramLabel = "FILE", description = "An export.")
        Path file = NONE;

        @Override
        Question parameters() {
            return new DebugOperation.Compare(file);
        }
    }

    /** Shows which rows are the same event. */
    @Command(
            name = "dedup",
            mixinStandardHelpOptions = true,
            header = "Show the rows of an export that collide, and the row that each collides with.",
            description = "Two rows collide if they share their identity: serial number, station, start and end."
                    + " Collisions within the file come first, then those with loaded records. Each names the"
                    + " other row and the columns that differ.",
            footer = {
                "",
                "Examples:",
                "  yieldline debug dedup workstationOutputReport.xls",
                "  yieldline debug dedup workstationOutputReport.xls --all --format csv"
            })
    static final class Dedup extends InspectCommand {
        @Parameters(paramLabel = "FILE", description = "An export.")
        Path file = NONE;

        @Option(names = "--all", description = "List every row of the file, with its identity.")
        boolean all;

        @Override
        Question parameters() {
            return new DebugOperation.Dedup(file, all);
        }
    }

    /** Shows the history of a unit. */
    @Command(
            name = "record",
            mixinStandardHelpOptions = true,
            header = "Show the history of a unit through all logs, in plant time.",
            description = {
                "\"minutes\" is the time from start to end; \"waited\" is the time since the previous run of the unit, in minutes."
            },
            footer = {"", "Example:", "  yieldline debug record 1724001"})
    static final class Record extends InspectCommand {
        @Parameters(paramLabel = "SERIAL_NUMBER", description = "A serial number.")
        String serialNumber = "";

        @Override
        Question parameters() {
            return new DebugOperation.Unit(serialNumber);
        }
    }

    /** Recounts a day. */
    @Command(
            name = "day",
            mixinStandardHelpOptions = true,
            header = "Recount a day from the archived exports, and compare it with the marts.",
            description = "Exit code 3: they differ. Weekly marts and unit tables are not recounted.",
            footer = {"", "Example:", "  yieldline debug day 2025-04-15"})
    static final class Day extends InspectCommand {
        @Parameters(paramLabel = "DAY", description = "A plant day, such as 2025-04-15.")
        LocalDate day = LocalDate.EPOCH;

        @Override
        Question parameters() {
            return new DebugOperation.Day(day);
        }
    }
}
