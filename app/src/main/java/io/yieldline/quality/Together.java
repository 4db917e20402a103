package io.yieldline.quality;

import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one answer from those for the months. */
interface Together {
    /** The answer for all of them; there is at least one. */
    Table of(List<Table> parts);

    /** The rows in a row: each is about one month. */
    static Table inOrder(List<Table> parts) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        parts.forEach(part -> rows.addAll(part.rows()));
        return new Table(parts.get(0).columns(), rows);
    }

    /** One row for each value of the first columns, of which the other columns are folded. */
    static Together folded(int keys, Fold... folds) {
        return parts -> {
            Map<List<@Nullable Object>, List<@Nullable Object>> rows = new LinkedHashMap<>();
            inOrder(parts)
                    .rows()
                    .forEach(
                            row -> rows.merge(row.subList(0, keys), row, (one, other) -> row(keys, folds, one, other)));
            return new Table(parts.get(0).columns(), new ArrayList<>(rows.values()));
        };
    }

    /** The number that an answer is: the sum of its first column. */
    static long number(Table answer) {
        return answer.rows().stream()
                .map(row -> row.get(0))
                .mapToLong(Fold::number)
                .sum();
    }

    private static List<@Nullable Object> row(
            int keys, Fold[] folds, List<@Nullable Object> one, List<@Nullable Object> other) {
        List<@Nullable Object> row = new ArrayList<>(one);
        for (int i = 0; i < folds.length; i++) {
            row.set(keys + i, folds[i].of(one.get(keys + i), other.get(keys + i)));
        }
        return row;
    }

    /** Makes one value of two; a blank one changes nothing. */
    enum Fold {
        SUM,
        LEAST,
        GREATEST;

        @Nullable
        Object of(@Nullable Object one, @Nullable Object other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return switch (this) {
                case SUM -> number(one) + number(other);
                case LEAST -> FailingRows.compare(one, other) <= 0 ? one : other;
                case GREATEST -> FailingRows.compare(one, other) >= 0 ? one : other;
            };
        }

        private static long number(@Nullable Object value) {
            return value instanceof Number number ? number.longValue() : 0;
        }
    }
}
