package io.yieldline.warehouse;

/**
 * Resource limits of DuckDB; its own default is 80 % of the memory, in addition to the JVM.
 *
 * @param memoryMegabytes memory for tables and sorting; larger queries spill to a temporary file
 * @param threads threads per query
 */
public record DuckDbLimits(int memoryMegabytes, int threads) {
    /** Sufficient for years of data on a small machine. */
    public static final DuckDbLimits DEFAULT =
            new DuckDbLimits(512, Math.max(1, Runtime.getRuntime().availableProcessors()));
}
