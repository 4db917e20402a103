package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.yieldline.ChildJvm;
import io.yieldline.alert.WebSink;
import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.operation.TestPlant;
import io.yieldline.plant.Profile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Eight days of a server, over a weekend and the night when New York's clocks change: exports arrive late, twice, broken and
 * out of order, the web server that takes the alerts fails at random, and the process is killed again and again and stays away
 * for hours. Afterwards nothing of it can be seen. {@code -Dyieldline.weeks=N} lets N different weeks pass.
 */
@Tag("processes")
class SimulatedWeekTest {
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final int KILLS = 10;
    private static final Instant START = Instant.parse("2025-03-03T05:00:00Z");
    private static final Instant ARRIVED = Instant.parse("2025-03-10T16:00:00Z");
    private static final Instant END = Instant.parse("2025-03-11T16:00:00Z");
    private static final String SETTINGS = """

            schedule:
              daily: {run: daily, cron: "0 7 * * *"}
              check: {run: check, after: daily}
              daily-report: {run: report daily, after: check}
              weekly: {run: weekly, cron: "0 2 * * 6"}
              weekly-report: {run: report weekly, after: weekly}
              # On 9 March no clock in New York shows this time.
              backup: {run: backup, cron: "30 2 * * *"}
            alerts:
              attempts: 100
              channels:
                - {name: file, type: file}
                - {name: web, type: webhook, url: "%s", allow: [127.0.0.1]}
              rules:
                export_parked: {within: 2d}
                run_failed: {unfinished: 1h, within: 2d}
                disk_low: {on: false}
            """;

    @TempDir
    Path folder;

    private Instant reached = START;
    private final List<Downtime> downtimes = new ArrayList<>();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("yieldline.weeks", 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aWeekOfTrouble_leavesNoTrace(long seed) throws Exception {
        Random random = new Random(seed);
        DemoPlant demo = DemoPlant.generate(new DemoSettings(LocalDate.of(2025, 2, 24), 14, 120, seed));
        Arrivals.plan(folder.resolve("arrivals"), demo.exports(), ZONE, START, ARRIVED, random);
        Path home = folder.resolve("plant");
        try (WebSink sink = new WebSink()) {
            sink.answer = moody(new Random(seed));
            TestPlant.on("duckdb", home, Profile.PLANT).close();
            Files.writeString(
                    home.resolve("yieldline.yaml"), SETTINGS.formatted(sink.address()), StandardOpenOption.APPEND);
            liveThrough(home, random, sink);
            assertSameAsClean(home, demo);
            try (TestPlant left = TestPlant.again(home)) {
                new SlotsLeft(left, START, END, downtimes).assertEachOnce();
                new AlertsLeft(left, sink.posts).assertEachToldOnce();
            }
            assertInboxIsEmpty(home);
            assertSound(home, "doctor");
            assertSound(home, "check", "counts", "duplicates");
        }
    }

    /** Takes it, refuses it, or takes it and does not say so. */
    private static WebSink.Answer moody(Random random) {
        return exchange -> {
            int mood = random.nextInt(5);
            if (mood > 1) {
                exchange.sendResponseHeaders(200, -1);
            } else if (mood == 1) {
                exchange.sendResponseHeaders(503, -1);
            }
        };
    }

    /** Kills come a while after so many steps, so that they hit a slow machine at work, too. */
    private void liveThrough(Path home, Random random, WebSink sink) throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            Process server = start(home);
            readSteps(server, random.nextInt(60) - 5);
            Thread.sleep(random.nextLong(2500));
            server.toHandle().destroyForcibly();
            server.waitFor();
            readSteps(server, Integer.MAX_VALUE);
            forgetNativeLibraries();
            assertThat(reached).as("killed %d times by", kill).isBefore(END.minus(Duration.ofDays(1)));
            stayAway(kill, random);
        }
        sink.answer = SimulatedWeekTest::takes;
        Process server = start(home);
        readSteps(server, Integer.MAX_VALUE);
        assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(server.exitValue()).isZero();
        assertThat(reached).isAfter(END.minus(SimulatedWeek.STEP));
    }

    private static void takes(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, -1);
    }

    /** Every third time for hours, and once for longer than a job waits for its next slot. */
    private void stayAway(int kill, Random random) {
        if (kill % 3 == 0) {
            Instant from = reached;
            Duration away = kill == 9 ? Duration.ofHours(30) : Duration.ofMinutes(random.nextLong(60, 500));
            reached = reached.plus(away);
            downtimes.add(new Downtime(from, reached));
        }
    }

    /** Reads so many steps, or all that are left; a negative number is a server that does not get so far. */
    private void readSteps(Process server, int most) throws IOException {
        BufferedReader lines = reader(server);
        StringBuilder other = new StringBuilder();
        String line = "";
        for (int i = 0; i < most && line != null && !line.equals("done"); i++) {
            line = lines.readLine();
            if (line != null && line.matches("2025-\\S+Z")) {
                reached = Instant.parse(line);
            } else if (line != null && !line.equals("done")) {
                other.append(line).append('\n');
            }
        }
        assertThat(other.toString()).isEmpty();
    }

    private BufferedReader reader(Process server) {
        return server.inputReader(StandardCharsets.UTF_8);
    }

    private Process start(Path home) throws IOException {
        return ChildJvm.start(
                SimulatedWeek.class,
                Files.createDirectories(folder.resolve("tmp")),
                home.toString(),
                folder.resolve("arrivals").toString(),
                reached.toString(),
                END.toString());
    }

    /** A killed process leaves the 70 MB that DuckDB's driver unpacks. */
    private void forgetNativeLibraries() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("tmp"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private void assertSameAsClean(Path home, DemoPlant demo) {
        try (TestPlant clean = TestPlant.on("duckdb", folder.resolve("clean"), Profile.PLANT);
                TestPlant left = TestPlant.again(home)) {
            clean.load(demo.writeTo(folder.resolve("exports")));
            clean.refresh();
            for (String feed : List.of("workstation", "testboard", "snfn")) {
                assertThat(left.content(feed + "_master_log"))
                        .as(feed)
                        .isEqualTo(clean.content(feed + "_master_log"))
                        .isNotEmpty();
            }
            assertThat(left.marts()).isEqualTo(clean.marts());
        }
    }

    private static void assertInboxIsEmpty(Path home) throws IOException {
        assertThat(files(home.resolve("inbox"))).isEmpty();
        List<String> parked = files(home.resolve("parked"));
        assertThat(parked).isNotEmpty();
        assertThat(parked.stream().filter(file -> !file.endsWith(".reason.txt")).map(file -> file + ".reason.txt"))
                .isSubsetOf(parked);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    private static void assertSound(Path home, String... command) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int exitCode = Main.commandLine(() -> END)
                .setOut(out)
                .setErr(out)
                .execute(Stream.concat(Stream.of("--home", home.toString()), Stream.of(command))
                        .toArray(String[]::new));
        out.flush();
        assertThat(exitCode).as(said.toString()).isZero();
    }
}
