package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * What reading one file may take: CPU time of its thread, so that a busy machine is not blamed on the file, and memory for
 * its shared texts. All bytes and rows pass a check, which also ends a reading that is no longer wanted or whose thread is
 * interrupted.
 */
public final class ReadingBudget {
    private static final Duration ANY_FILE = Duration.ofSeconds(60);
    private static final Duration PER_MEGABYTE = Duration.ofSeconds(10);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Asking for the CPU time costs as much as reading a short row. */
    private static final int CHECKS = 32;

    private static final int PORTION = 1 << 16;

    private final Duration cpu;
    private final TextMemory memory;
    private final BooleanSupplier stopped;
    private long begunAt;
    private int checks;
    private long untaken;

    /**
     * A budget for one reading.
     *
     * @param cpu CPU time from opening the file to its last row
     * @param stopped whether the file is no longer wanted; asked often
     */
    public ReadingBudget(Duration cpu, TextMemory memory, BooleanSupplier stopped) {
        this.cpu = cpu;
        this.memory = memory;
        this.stopped = stopped;
    }

    /** The CPU time for a file: a minute, and ten seconds more for each megabyte. */
    public static Duration cpuFor(Path file) {
        return ANY_FILE.plus(PER_MEGABYTE.multipliedBy(file.toFile().length() >> 20));
    }

    /** For a file that no other reader shares the memory with. */
    static ReadingBudget alone(Path file) {
        return new ReadingBudget(
                cpuFor(file), TextMemory.upTo(Runtime.getRuntime().maxMemory() / 3), () -> false);
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
