package io.yieldline.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long answers took, by what was asked. */
final class Timings {
    /** Milliseconds that half of the answers, and nineteen of twenty, are to be under. */
    static final int MEDIAN = 50;

    static final int NINETEEN_OF_TWENTY = 150;

    private final Map<String, List<Took>> all = new TreeMap<>();

    synchronized void add(String name, double milliseconds, int bytes) {
        all.computeIfAbsent(name, key -> new ArrayList<>()).add(new Took(milliseconds, bytes));
    }

    synchronized long answers() {
        return all.values().stream().mapToLong(List::size).sum();
    }

    /** Prints a line for each, and returns whether all were under what they are to be under. */
    synchronized boolean print(boolean judged) {
        System.out.printf(
                "%-52s %7s %8s %7s %7s %7s %s%n",
                "route", "answers", "kB", "median", "p95", "worst", judged ? "aim" : "");
        boolean met = true;
        for (Map.Entry<String, List<Took>> entry : all.entrySet()) {
            met &= print(entry.getKey(), entry.getValue(), judged);
        }
        return met;
    }

    private static boolean print(String name, List<Took> answers, boolean judged) {
        double[] sorted =
                answers.stream().mapToDouble(Took::milliseconds).sorted().toArray();
        boolean met = at(sorted, 0.5) < MEDIAN && at(sorted, 0.95) < NINETEEN_OF_TWENTY;
        System.out.printf(
                "%-52s %7d %8.1f %7.0f %7.0f %7.0f %s%n",
                name,
                sorted.length,
                answers.stream().mapToInt(Took::bytes).average().orElse(0) / 1000,
                at(sorted, 0.5),
                at(sorted, 0.95),
                sorted[sorted.length - 1],
                judged ? met ? "met" : "MISSED" : "");
        return met || !judged;
    }

    /** The value that this share of all is not above. */
    static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return at(sorted, 0.5);
    }

    private record Took(double milliseconds, int bytes) {}
}
