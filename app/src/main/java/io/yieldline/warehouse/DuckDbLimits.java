package io.yieldline.warehouse;

/**
 * What DuckDB may take of the machine; its own default is 80 % of the memory, beside that of the JVM.
 *
 * @param memoryMegabytes memory for tables and sorting; more goes to a temporary file
 * @param threads threads of a query
 */
public record DuckDbLimits(int memoryMegabytes, int threads) {
    /** Enough for years of a plant, on a small machine. */
    public static final DuckDbLimits DEFAULT =
            new DuckDbLimits(512, Math.max(1, Runtime.getRuntime().availableProcessors()));
}
