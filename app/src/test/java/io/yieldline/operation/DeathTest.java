package io.yieldline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ChildJvm;
import io.yieldline.Sha256;
import io.yieldline.TinyExport;
import io.yieldline.operation.watch.AlertOperation;
import io.yieldline.plant.Profile;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they read one of the files in the inbox, as a file that takes all memory would do. */
@Tag("processes")
@Timeout(120)
class DeathTest {
    private static final int ROWS = 60_000;

    @TempDir
    Path folder;

    private Path home;
    private Path reading;
    private String killer = "";

    @BeforeEach
    void fillInbox() throws IOException {
        home = folder.resolve("home");
        reading = home.resolve("data/reading");
        TestPlant.on(Engine.DUCKDB, home, Profile.PLANT).close();
        old(TinyExport.write(home.resolve("inbox/a.csv"), TinyExport.row("1", "FI", "2025-04-15 08:05:00", "Pass")));
        old(TinyExport.write(home.resolve("inbox/z.csv"), TinyExport.row("2", "FI", "2025-04-15 08:05:00", "Pass")));
        Path large = TinyExport.write(
                home.resolve("inbox/killer.csv"),
                IntStream.range(0, ROWS)
                        .mapToObj(i -> TinyExport.row("K" + i, "FI", "2025-04-15 08:05:00", "Pass"))
                        .toArray(String[]::new));
        killer = Sha256.of(old(large));
    }

    @Test
    void fileThatIsReadAtTwoDeaths_isParkedWithAnAlert_andTheOthersAreLoaded() throws Exception {
        killWhileReading("\"deaths\":0");
        assertThat(names(reading)).contains(killer);
        killWhileReading("\"alone\":true,\"deaths\":1");
        // A neighbour that was read at the first death waits for its turn alone.
        assertThat(names(reading)).contains(killer);
        assertThat(names(home.resolve("inbox"))).containsExactly("a.csv", "killer.csv", "z.csv");

        assertThat(ChildJvm.output(start())).isEqualTo("done");
        try (TestPlant plant = TestPlant.again(home)) {
            assertThat(plant.lines("select file_name, status from export order by file_name"))
                    .containsExactly(
                            home.resolve("inbox/a.csv") + ",loaded",
                            home.resolve("inbox/killer.csv") + ",parked",
                            home.resolve("inbox/z.csv") + ",loaded");
            plant.run(new AlertOperation(), new AlertOperation.Parameters(false));
            assertThat(plant.lines("select title from alert where rule = 'export_parked'"))
                    .containsExactly("killer.csv was parked");
        }
        assertThat(names(home.resolve("inbox"))).isEmpty();
        assertThat(names(home.resolve("parked"))).containsExactly("killer.csv", "killer.csv.reason.txt");
    }

    @Test
    void filesThatAreReadAtASignal_areNotSuspected() throws Exception {
        Process child = start();
        awaitReading("\"deaths\":0");
        child.destroy();
        child.waitFor();

        assertThat(names(reading)).isEmpty();
    }

    private void killWhileReading(String attempt) throws Exception {
        Process child = start();
        awaitReading(attempt);
        child.destroyForcibly().waitFor();
    }

    private void awaitReading(String attempt) throws Exception {
        while (!text(reading.resolve(killer)).contains(attempt)) {
            Thread.sleep(2);
        }
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private Process start() throws IOException {
        return ChildJvm.start(TakeInbox.class, Files.createDirectories(folder.resolve("tmp")), home.toString());
    }

    private static Path old(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-06-01T12:00:00Z")));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Takes the inbox, as a server does. */
    static final class TakeInbox {
        public static void main(String[] arguments) {
            try (TestPlant plant = TestPlant.again(Path.of(arguments[0]))) {
                plant.takeInbox(null);
            }
            System.out.print("done");
        }
    }
}
