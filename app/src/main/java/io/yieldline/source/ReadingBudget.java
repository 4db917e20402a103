package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * What reading one file may take: CPU time of its thread, so that a busy machine is not blamed on the file, memory for its
 * shared texts, and characters of its rows, because a few bytes can refer to the same long text again. All bytes and rows pass a check, which also ends a reading that is no longer wanted or whose thread is
 * interrupted.
 */
public final class ReadingBudget {
    private static final Duration ANY_FILE = Duration.ofSeconds(60);
    private static final Duration PER_MEGABYTE = Duration.ofSeconds(10);
    private static final long ANY_CHARACTERS = 256 << 20;
    private static final long CHARACTERS_PER_BYTE = 100;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Asking for the CPU time costs as much as reading a short row. */
    private static final int CHECKS = 32;

    private static final int PORTION = 1 << 16;

    private final Duration cpu;
    private final long characters;
    private final TextMemory memory;
    private final BooleanSupplier stopped;
    private long begunAt;
    private int checks;
    private long untaken;
    private long passed;

    /**
     * A budget for one reading.
     *
     * @param cpu CPU time from opening the file to its last row
     * @param characters characters of all its rows
     * @param stopped whether the file is no longer wanted; asked often
     */
    ReadingBudget(Duration cpu, long characters, TextMemory memory, BooleanSupplier stopped) {
        this.cpu = cpu;
        this.characters = characters;
        this.memory = memory;
        this.stopped = stopped;
    }

    /**
     * The budget of a file by its size.
     *
     * @param stopped whether the file is no longer wanted; asked often
     */
    public static ReadingBudget of(Path file, TextMemory memory, BooleanSupplier stopped) {
        return new ReadingBudget(
                cpuFor(file),
                ANY_CHARACTERS + CHARACTERS_PER_BYTE * file.toFile().length(),
                memory,
                stopped);
    }

    /** The CPU time for a file: a minute, and ten seconds more for each megabyte. */
    static Duration cpuFor(Path file) {
        return ANY_FILE.plus(PER_MEGABYTE.multipliedBy(file.toFile().length() >> 20));
    }

    /** For a file that no other reader shares the memory with. */
    static ReadingBudget alone(Path file) {
        return of(file, TextMemory.upTo(Runtime.getRuntime().maxMemory() / 3), () -> false);
    }

    /** Starts to count the CPU time of this thread. */
    void begin() {
        begunAt = THREADS.getCurrentThreadCpuTime();
    }

    /** Ends a reading that was stopped or has used its CPU time. */
    void check() throws SourceException {
        if (stopped.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw SourceException.stopped();
        }
        if (++checks % CHECKS == 0 && THREADS.getCurrentThreadCpuTime() - begunAt > cpu.toNanos()) {
            throw new SourceException(
                    Fault.TOO_SLOW,
                    "reading takes more than " + cpu.toSeconds()
                            + " s of CPU time, far more than an export of this size needs; export the file again");
        }
    }

    /** Counts the characters of a row. */
    void pass(Row row) throws SourceException {
        passed += row.characters();
        if (passed > characters) {
            throw new SourceException(
                    Fault.TOO_LARGE,
                    "the cells have more than " + (characters >> 20)
                            + " million characters, far more than a file of this size needs; export the file again");
        }
    }

    /** Takes memory for a text. */
    void take(long bytes) throws SourceException {
        untaken += bytes;
        if (untaken >= PORTION) {
            memory.take(untaken);
            untaken = 0;
        }
    }

    /** A stream that checks the budget at each read. */
    InputStream watch(InputStream in) {
        return new BudgetedStream(in, this);
    }
}
