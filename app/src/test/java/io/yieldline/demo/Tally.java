package io.yieldline.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Counters by key: a group-by in plain Java. A null in a key becomes a blank cell. */
final class Tally {
    private final Map<String, int[]> counters = new TreeMap<>();
    private final int width;

    Tally(int width) {
        this.width = width;
    }

    /** Adds one to each counter that is true. */
    void add(List<?> key, boolean... counted) {
        add(key, IntStream.range(0, width).map(i -> counted[i] ? 1 : 0).toArray());
    }

    void add(List<?> key, int... amounts) {
        int[] sums = counters.computeIfAbsent(String.join("\0", texts(key)), first -> new int[width]);
        Arrays.setAll(sums, i -> sums[i] + amounts[i]);
    }

    List<List<String>> rows() {
        return counters.entrySet().stream().map(Tally::row).toList();
    }

    private static List<String> texts(List<?> key) {
        return key.stream().map(cell -> cell == null ? "" : cell.toString()).toList();
    }

    private static List<String> row(Map.Entry<String, int[]> entry) {
        List<String> row = new ArrayList<>(List.of(entry.getKey().split("\0", -1)));
        Arrays.stream(entry.getValue()).mapToObj(String::valueOf).forEach(row::add);
        return row;
    }
}
