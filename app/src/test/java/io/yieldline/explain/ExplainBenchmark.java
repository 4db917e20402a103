package io.yieldline.explain;

import com.sun.management.OperatingSystemMXBean;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Marts;
import io.yieldline.warehouse.DuckDbLimits;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** How long explanations take on a loaded plant, mart by mart; never part of the build. */
public final class ExplainBenchmark {
    /** DuckDB works on threads of its own, so that only the process knows what an explanation cost. */
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final String LINE = "%-24s %5d %8.0f %8.0f %8.0f %8.0f %,9d %,9d%n";

    private ExplainBenchmark() {}

    /** Arguments: the database file of a plant with marts, and how many random cells of each mart to explain. */
    public static void main(String[] arguments) {
        int cells = Integer.parseInt(arguments[1]);
        try (Warehouse warehouse = Warehouses.openDuckDb(Path.of(arguments[0]), DuckDbLimits.DEFAULT)) {
            Explain explain = new Explain(warehouse, Marts.builtIn());
            explain.explain("station_yield_daily", Map.of("day", "2025-04-15"));
            System.out.printf(
                    "%d random cells of each mart; median and longest in ms of wall clock and of CPU%n", cells);
            System.out.println(
                    "mart                     wrong     wall  longest      CPU  longest   records  left out");
            for (Mart mart : Marts.builtIn().all()) {
                measure(warehouse, explain, mart, cells);
            }
        }
    }

    private static void measure(Warehouse warehouse, Explain explain, Mart mart, int count) {
        RandomCells cells = new RandomCells(warehouse, mart, 1);
        double[] milliseconds = new double[count];
        double[] cpu = new double[count];
        long wrong = 0;
        long records = 0;
        long leftOut = 0;
        for (int i = 0; i < count; i++) {
            Map<String, String> keys = cells.whole();
            long work = PROCESS.getProcessCpuTime();
            long start = System.nanoTime();
            Explanation explanation = explain.explain(mart.name(), keys);
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
            cpu[i] = (PROCESS.getProcessCpuTime() - work) / 1e6;
            boolean right = explanation.addsUp()
                    && explanation.counts().stream().allMatch(known -> known.listed() == cells.sum(known.name(), keys));
            wrong += right ? 0 : 1;
            records += explanation.records().rows().size();
            leftOut += explanation.leftOut().rows().size();
        }
        Arrays.sort(milliseconds);
        Arrays.sort(cpu);
        System.out.printf(
                LINE,
                mart.name(),
                wrong,
                milliseconds[count / 2],
                milliseconds[count - 1],
                cpu[count / 2],
                cpu[count - 1],
                records,
                leftOut);
    }
}
