package io.yieldline.ingest;

import io.yieldline.feed.Parsed;
import io.yieldline.feed.Record;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Refuses times without seconds where the feed has them: a spreadsheet program drops them when it saves a CSV file, and each record would
 * become a second event. A feed that never has seconds keeps its times.
 */
final class SecondsWatch {
    /** So many rows without seconds in front of all others show that the export has none. */
    private static final int MOST_HELD = 10_000;

    private final List<Parsed> held = new ArrayList<>();
    private Decision decision;

    /**
     * For one export.
     *
     * @param feedHasSeconds whether a loaded record of the feed has seconds
     */
    SecondsWatch(boolean feedHasSeconds) {
        this.decision = feedHasSeconds ? Decision.REFUSE : Decision.OPEN;
    }

    /**
     * The rows that are decided with this one: it waits until another one shows whether times have seconds. What is rejected behind it
     * waits, too, so that the first rejected row is the first of the file.
     */
    List<Parsed> decided(Parsed row) {
        if (row instanceof Record record && record.withoutSeconds() == null) {
            return hasSeconds(record) ? both(decide(Decision.REFUSE), row) : List.of(row);
        }
        if (held.isEmpty() && !(row instanceof Record)) {
            return List.of(row);
        }
        held.add(row);
        return decision == Decision.OPEN && held.size() < MOST_HELD ? List.of() : rest();
    }

    /** The rows that still wait, at the end of the export. */
    List<Parsed> rest() {
        return decide(Decision.ACCEPT);
    }

    private List<Parsed> decide(Decision evidence) {
        decision = decision == Decision.OPEN ? evidence : decision;
        List<Parsed> rows = new ArrayList<>();
        held.forEach(
                row -> rows.add(decision == Decision.REFUSE && row instanceof Record record ? refused(record) : row));
        held.clear();
        return rows;
    }

    private static Parsed refused(Record record) {
        return Objects.requireNonNull(record.withoutSeconds());
    }

    private static List<Parsed> both(List<Parsed> before, Parsed row) {
        if (before.isEmpty()) {
            return List.of(row);
        }
        before.add(row);
        return before;
    }

    /** Whether a record ended at a time with seconds. */
    static boolean hasSeconds(Record record) {
        return record.endedAt().getSecond() != 0 || record.endedAt().getNano() != 0;
    }

    private enum Decision {
        OPEN,
        ACCEPT,
        REFUSE
    }
}
