package io.yieldline.query;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A worker as a process: without environment, with the version of the lake as its working folder, at low priority, and unable to write
 * a byte to any file. Closing it kills it.
 */
final class WorkerProcess implements AutoCloseable {
    /** Beyond the memory of the engine: the heap, code and stacks of Java, and what the engine does not count. */
    private static final int OTHER_MEGABYTES = 1_536;

    /** How long a query that was told to stop may take to do so. */
    private static final int GRACE_SECONDS = 2;

    /** How long a worker computes before everybody else comes first. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private static final Path SHELL = Path.of("/bin/sh");
    private static final int NOTED_BYTES = 2_000;

    private static final List<String> OPTIONS = List.of(
            "-Xmx128m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:CompressedClassSpaceSize=32m",
            "-XX:MaxMetaspaceSize=64m",
            // These would write files: statistics of the process, a report of a crash, an image of its memory.
            "-XX:-UsePerfData",
            "-XX:+ErrorFileToStderr",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+ExitOnOutOfMemoryError");

    private final Process process;
    private final StringBuffer complaint = new StringBuffer();
    private boolean idle;

    private WorkerProcess(Process process) {
        this.process = process;
    }

    /** Starts a worker that is killed when its time is over. */
    static WorkerProcess start(Path folder, QueryLimits limits) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(limits)).directory(folder.toFile());
        builder.environment().clear();
        // Each arena of the C library reserves 64 MiB of addresses, which the limit counts.
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        WorkerProcess worker = new WorkerProcess(builder.start());
        worker.background("query-complaint", worker::listen);
        worker.background("query-time", () -> worker.watch(limits.seconds() + GRACE_SECONDS));
        return worker;
    }

    DataOutputStream input() {
        return new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    DataInputStream output() {
        return new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    /** What it wrote to standard error, the beginning. */
    String complaint() {
        return complaint.toString();
    }

    boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Kills it when its time is over; one that computes for long comes after everybody else until then. */
    private void watch(int seconds) {
        try {
            for (int second = 0; second < seconds; second++) {
                if (process.waitFor(1, TimeUnit.SECONDS)) {
                    return;
                }
                if (!idle && worked().compareTo(SHORT) > 0) {
                    idle = true;
                    yieldToAll();
                }
            }
        } catch (InterruptedException e) {
            // The same as the end of its time.
        }
        close();
    }

    private Duration worked() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** From now on it computes only while nobody else wants to; where that cannot be said, it keeps its low priority. */
    private void yieldToAll() {
        try {
            new ProcessBuilder("chrt", "--all-tasks", "--idle", "--pid", "0", Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // There is no such program.
        }
    }

    private void listen() {
        try (InputStream errors = process.getErrorStream()) {
            complaint.append(new String(errors.readNBytes(NOTED_BYTES), StandardCharsets.UTF_8));
            while (errors.skip(NOTED_BYTES) > 0 || errors.read() >= 0) {
                // A process that cannot write its errors would wait for somebody who reads them.
            }
        } catch (IOException e) {
            // The process was killed.
        }
    }

    private void background(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static List<String> command(QueryLimits limits) {
        List<String> java = new ArrayList<>(List.of(java()));
        java.addAll(OPTIONS);
        java.addAll(List.of("-cp", classPath(), QueryWorker.class.getName()));
        if (!SHELL.toFile().canExecute() || !System.getProperty("os.name", "").startsWith("Linux")) {
            return java;
        }
        List<String> limited = new ArrayList<>(List.of(SHELL.toString(), "-c", script(limits), "worker"));
        limited.addAll(java);
        return limited;
    }

    /** Limits that cannot be set do not stop a query: the engine is locked, and the process is killed in time. */
    private static String script(QueryLimits limits) {
        long kilobytes = (limits.memoryMegabytes() + (long) OTHER_MEGABYTES) * 1024;
        return "ulimit -v " + kilobytes + " 2>/dev/null; ulimit -c 0 2>/dev/null; "
                + (unpacksLibrary() ? "" : "ulimit -f 0 2>/dev/null; ")
                + "if command -v nice >/dev/null; then exec nice -n 10 \"$@\"; else exec \"$@\"; fi";
    }

    /** The release has DuckDB's library beside the jar; one inside the jar must be written to a file first. */
    private static boolean unpacksLibrary() {
        return Stream.of("amd64", "arm64")
                .anyMatch(platform -> WorkerProcess.class.getResource("/libduckdb_java.so_linux_" + platform) != null);
    }

    private static String java() {
        return ProcessHandle.current()
                .info()
                .command()
                .orElseGet(() -> Path.of(System.getProperty("java.home", ""), "bin", "java")
                        .toString());
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
