package io.yieldline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A workstation export of five rows that a reader can keep in mind: two units of Tesla SXM4. The first passes FI and is packed
 * on Wednesday; the second fails FI, passes it an hour later, and stands in PACKING on Saturday without a status.
 */
public final class TinyExport {
    private static final String HEADER = "SN,PN,Workstation Name,History station start time,History station end time,"
            + "Service Flow,Model,History station passing status";

    private TinyExport() {}

    /** The five rows. */
    public static Path write(Path folder) {
        return write(
                folder.resolve("workstation.csv"),
                row("1724001", "FI", "2025-04-15 08:05:00", "Pass"),
                row("1724002", "FI", "2025-04-15 08:15:00", "Fail"),
                row("1724002", "FI", "2025-04-15 09:15:00", "Pass"),
                row("1724001", "PACKING", "2025-04-16 10:01:00", "Pass"),
                row("1724002", "PACKING", "2025-04-19 10:01:00", ""));
    }

    /** Any rows. */
    public static Path write(Path file, String... rows) {
        try {
            return Files.writeString(
                    file,
                    Stream.concat(Stream.of(HEADER), Stream.of(rows)).collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row of a unit at a station. */
    public static String row(String serialNumber, String station, String end, String status) {
        return String.join(",", serialNumber, "692-1", station, end, end, "NC", "Tesla SXM4", status);
    }
}
