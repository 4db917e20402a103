package io.yieldline.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;

/** Exports of a few rows, each of which arrives a minute after the one before. */
final class Arrivals {
    private static final String HEADER = "SN,PN,Workstation Name,History station start time,History station end time,"
            + "Service Flow,Model,History station passing status,operator";

    static final String FAILED = row("1321025000001", "2025-04-01 08:00:00", "Fail");
    static final String PASSED = row("1321025000001", "2025-04-01 08:00:00", "Pass");
    static final String OTHER = row("1321025000003", "2025-04-02 08:00:00", "Pass");
    static final String NEVER = row("1321025000002", "never", "Pass");

    private int arrived;

    /** A row of an export. */
    static String row(String serialNumber, String end, String status) {
        return String.join(
                ",",
                serialNumber,
                "692-2G506-0200-0R6",
                "VI2",
                "2025-04-01 07:00:00",
                end,
                "NC PG506",
                "Tesla SXM4",
                status,
                "Ann");
    }

    Path add(Path exports, String name, String... rows) throws IOException {
        return add(exports, name, HEADER, Arrays.asList(rows));
    }

    /** An export with another column. */
    Path addWith(String column, Path exports, String name, String... rows) throws IOException {
        return add(exports, name, HEADER + "," + column, Arrays.asList(rows));
    }

    Path add(Path exports, String name, String header, List<String> rows) throws IOException {
        Path file = Files.createDirectories(exports).resolve(name + ".csv");
        Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
        return Files.setLastModifiedTime(file, FileTime.fromMillis(1_745_000_000_000L + 60_000L * arrived++));
    }
}
