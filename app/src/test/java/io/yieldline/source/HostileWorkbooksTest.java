package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ingest.ExportReport;
import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.operation.TestPlant;
import io.yieldline.plant.Profile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loads hostile workbooks in a process with the memory of the launcher: each is loaded or parked with a reason, within the CPU
 * time of its size, and the process stays within 1 GB. {@code -Dyieldline.workbooks=500} loads so many, each another one;
 * {@code -Dyieldline.workbook=7} the one with that number.
 */
@Tag("processes")
class HostileWorkbooksTest {
    private static final long MOST_MEGABYTES = 1_024;

    @TempDir
    Path folder;

    @Test
    void everyWorkbook_isLoadedOrParkedInTimeAndMemory() throws Exception {
        long count = Long.getLong("yieldline.workbooks", 12);
        long one = Long.getLong("yieldline.workbook", -1);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + Path.of("..", "ops", "jvm", "every.options"),
                        "@" + Path.of("..", "ops", "jvm", "serve.options"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileWorkbooksTest.class.getName(),
                        folder.toString(),
                        Long.toString(one < 0 ? 0 : one),
                        Long.toString(one < 0 ? count : one))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        // A new JDK warns of native access first.
        List<String> lines = output.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("WARNING: "))
                .toList();
        assertThat(lines).filteredOn(line -> line.contains("TOO MUCH")).isEmpty();
        assertThat(lines).hasSize(one < 0 ? (int) count + 2 : 2);
        System.out.println(lines.get(lines.size() - 1));
    }

    /** Loads the workbooks of these numbers into a new plant; a line for each, and one about all. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Worst worst = new Worst();
        try (TestPlant plant = TestPlant.on("duckdb", folder.resolve("home"), Profile.PLANT)) {
            LongStream.rangeClosed(Long.parseLong(arguments[1]), Long.parseLong(arguments[2]))
                    .forEach(seed -> load(plant, HostileWorkbook.write(seed, folder), worst));
        }
        System.out.printf(
                "worst CPU time %.1f s (%s), largest memory %d MB%s%n",
                worst.seconds,
                worst.file,
                residentMegabytes(),
                residentMegabytes() > MOST_MEGABYTES ? ", TOO MUCH" : "");
    }

    private static void load(TestPlant plant, Path file, Worst worst) {
        long before = cpuNanos();
        ExportReport report = plant.load(file);
        Duration took = Duration.ofNanos(cpuNanos() - before);
        worst.add(took, file);
        boolean reasoned = report.outcome() == Outcome.LOADED
                || (report.outcome() == Outcome.PARKED
                        && !String.valueOf(report.reason()).contains("unexpected"));
        boolean inTime = took.compareTo(ReadingBudget.cpuFor(file)) <= 0;
        System.out.printf(
                "%s %s %.1f s %d MB %s%s%n",
                file.getFileName(),
                report.outcome(),
                took.toMillis() / 1e3,
                residentMegabytes(),
                String.valueOf(report.reason())
                        .lines()
                        .findFirst()
                        .map(line -> line.substring(0, Math.min(160, line.length())))
                        .orElse(""),
                reasoned && inTime ? "" : " TOO MUCH");
        file.toFile().delete();
    }

    /** CPU time of the whole process: reader, loader, database and garbage collector. */
    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** The most memory that this process ever had; 0 where the system does not tell. */
    private static long residentMegabytes() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static final class Worst {
        private double seconds;
        private String file = "";

        void add(Duration took, Path of) {
            if (took.toMillis() / 1e3 > seconds) {
                seconds = took.toMillis() / 1e3;
                file = of.getFileName().toString();
            }
        }
    }
}
