package io.yieldline.mart;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A life of a small plant's workstation log: records come late, are corrected, and go; the same for the same seed. */
final class RandomChanges {
    private static final LocalDate FIRST = LocalDate.parse("2025-04-04");
    private static final List<String> STATIONS = List.of("VI2", "ASSY2", "FI", "Fi", "FQC", "PACKING", "TEST", "SCRAP");

    private final Random random;
    private final Map<String, Work> records = new LinkedHashMap<>();

    RandomChanges(long seed) {
        random = new Random(seed);
    }

    boolean sometimes() {
        return random.nextInt(3) == 0;
    }

    /** Most often the scope given, now and then a range. */
    Scope scope(Scope usual) {
        LocalDate from = FIRST.plusDays(random.nextInt(12));
        return sometimes() ? new Scope.Range(from, from.plusDays(random.nextInt(5))) : usual;
    }

    /** One transaction of ingest, the same in each plant. */
    void apply(SmallPlant... plants) {
        Map<String, Work> gone = new LinkedHashMap<>();
        Map<String, Work> come = new LinkedHashMap<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            Work work = work();
            String key = work.serial() + work.station() + work.ended();
            if (records.containsKey(key)) {
                gone.putIfAbsent(key, records.get(key));
            }
            come.put(key, work);
        }
        if (!records.isEmpty() && sometimes()) {
            String key = new ArrayList<>(records.keySet()).get(random.nextInt(records.size()));
            gone.put(key, records.get(key));
            come.remove(key);
        }
        records.keySet().removeAll(gone.keySet());
        records.putAll(come);
        Arrays.stream(plants).forEach(plant -> plant.change(List.copyOf(gone.values()), List.copyOf(come.values())));
    }

    /** Few serials, stations and hours, so that most records meet others; a known key makes it a correction. */
    private Work work() {
        LocalDateTime ended = FIRST.atTime(7 + 6 * random.nextInt(2), 0).plusDays(random.nextInt(14));
        return new Work(
                "U" + random.nextInt(5),
                oneOf("Tesla SXM4", "Tesla SXM4", "Tesla SXM5", "Red October", null),
                oneOf("P1", "P2"),
                STATIONS.get(random.nextInt(STATIONS.size())),
                ended,
                oneOf("REF", "REF", "REF", "NC Sort", null),
                oneOf("pass", "pass", "fail", "none"));
    }

    private String oneOf(String... values) {
        return values[random.nextInt(values.length)];
    }
}
