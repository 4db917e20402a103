package io.yieldline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.plant.Home;
import io.yieldline.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * An inbox with one file of each kind, and what must have become of them, whoever asked for it: a command, the API or the
 * dashboard.
 */
public final class FullInbox {
    private final Home home;
    private final Path outside;

    private FullInbox(Home home, Path outside) {
        this.home = home;
        this.outside = outside;
    }

    /** Fills the inbox of a plant; a link in it leads to an export in another folder. */
    public static FullInbox of(Home home, Instant now, Path elsewhere) throws IOException {
        Path inbox = home.inbox();
        Path outside = TinyExport.write(elsewhere.resolve("outside.csv"), row("1", "2025-04-21 08:00:00"));
        Files.createSymbolicLink(inbox.resolve("link.csv"), outside);
        byte[] whole = Files.readAllBytes(Step.xlsx(elsewhere.resolve("whole.xlsx"), 21, Step.first()));
        old(Files.write(inbox.resolve("half.xlsx"), Arrays.copyOf(whole, whole.length / 2)));
        Path fresh = TinyExport.write(inbox.resolve("fresh.csv"), row("2", "2025-04-21 08:00:00"));
        Files.setLastModifiedTime(fresh, FileTime.from(now));
        old(TinyExport.write(inbox.resolve("bad.csv"), row("3", "soon")));
        old(TinyExport.write(inbox.resolve("good.csv"), row("4", "2025-04-21 08:00:00")));
        return new FullInbox(home, outside);
    }

    /**
     * Only what is complete was taken and is gone; the rest stays, and somebody was told why; the marts have what was loaded.
     *
     * @param said all that was said
     * @param warehouse the plant's database
     */
    public void wasTaken(String said, Warehouse warehouse) throws IOException {
        assertThat(files(home.inbox())).containsExactly("fresh.csv", "half.xlsx", "link.csv");
        assertThat(files(home.parked())).containsExactly("bad.csv", "bad.csv.reason.txt");
        assertThat(outside).exists();
        assertThat(said)
                .contains("Left in the inbox: link.csv: is a link; copy the file itself")
                .contains("Left in the inbox: half.xlsx: ")
                .contains(
                        "Left in the inbox: fresh.csv: may still be written; waiting until it has not changed for 10 s");
        assertThat(texts(
                        warehouse,
                        "select status from export where file_name like '%bad.csv' or file_name like '%good.csv'"
                                + " order by file_name"))
                .containsExactly("parked", "loaded");
        assertThat(texts(warehouse, "select serial_number from workstation_master_log where day = date '2025-04-21'"))
                .containsExactly("4");
        assertThat(texts(
                        warehouse,
                        "select station from station_yield_daily where day = date '2025-04-21' and total = 1"))
                .containsExactly("FI");
    }

    private static List<String> texts(Warehouse warehouse, String sql) {
        return warehouse.read(session -> session.texts(sql));
    }

    private static String row(String serial, String end) {
        return TinyExport.row(serial, "FI", end, "Pass");
    }

    private static Path old(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-01-01T00:00:00Z")));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
