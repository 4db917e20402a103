package io.yieldline.feed;

import io.yieldline.plant.Rules;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The derived columns that depend on the rules of the plant, each as a function of a few others. When rules change, they are
 * recomputed for all loaded records, in this order; the production day and the excluded serial numbers come before them.
 */
public enum Judgement {
    WEEK(Derived.WEEK, Input.DAY) {
        @Override
        public Object value(Rules rules, List<@Nullable Object> inputs) {
            return Calendar.week(day(inputs));
        }
    },
    WEEK_START(Derived.WEEK_START, Input.DAY) {
        @Override
        public Object value(Rules rules, List<@Nullable Object> inputs) {
            return Calendar.weekStart(day(inputs));
        }
    },
    OUTPUT_DAY(Derived.OUTPUT_DAY, Input.DAY) {
        @Override
        public Object value(Rules rules, List<@Nullable Object> inputs) {
            return rules.outputDay(day(inputs));
        }
    },
    SHIFT(Derived.SHIFT, Input.MINUTE_OF_DAY) {
        @Override
        public @Nullable Object value(Rules rules, List<@Nullable Object> inputs) {
            int minute = Integer.parseInt(String.valueOf(inputs.get(0)));
            return rules.productionDay().shift(LocalTime.of(minute / 60, minute % 60));
        }
    },
    VERDICT(Derived.VERDICT, Input.STATUS) {
        @Override
        public Object value(Rules rules, List<@Nullable Object> inputs) {
            return rules.verdict((String) inputs.get(0)).word();
        }
    },
    IN_SCOPE(Derived.IN_SCOPE, Input.FLOW, Input.STATION, Input.EXCLUDED) {
        @Override
        public Object value(Rules rules, List<@Nullable Object> inputs) {
            return !Boolean.TRUE.equals(inputs.get(2))
                    && rules.productionScope().holds((String) inputs.get(0), String.valueOf(inputs.get(1)));
        }
    },
    ERROR_CODE(Derived.ERROR_CODE, Input.FAILURE_REASONS) {
        @Override
        public @Nullable Object value(Rules rules, List<@Nullable Object> inputs) {
            return rules.errorCode().code((String) inputs.get(0));
        }
    };

    private final Derived derived;
    private final List<Input> inputs;

    Judgement(Derived derived, Input... inputs) {
        this.derived = derived;
        this.inputs = List.of(inputs);
    }

    /** The derived column. */
    public Derived derived() {
        return derived;
    }

    /** The inputs. */
    public List<Input> inputs() {
        return inputs;
    }

    /** The value for these inputs and rules. */
    public abstract @Nullable Object value(Rules rules, List<@Nullable Object> inputs);

    private static LocalDate day(List<@Nullable Object> inputs) {
        return LocalDate.parse(String.valueOf(inputs.get(0)));
    }

    /** What a judgement depends on: a column of a master log, or what follows from one and has few values. */
    public enum Input {
        DAY(ColumnType.DATE, "%1$sday"),
        MINUTE_OF_DAY(
                ColumnType.BIGINT,
                "cast(extract(hour from %1$sended_at) * 60 + extract(minute from %1$sended_at) as bigint)"),
        STATUS(ColumnType.TEXT, "%1$sstatus"),
        FLOW(ColumnType.TEXT, "%1$sflow"),
        STATION(ColumnType.TEXT, "%1$sstation"),
        EXCLUDED(ColumnType.BOOLEAN, "%1$sexcluded"),
        FAILURE_REASONS(ColumnType.TEXT, "%1$sfailure_reasons");

        private final ColumnType type;
        private final String sql;

        Input(ColumnType type, String sql) {
            this.type = type;
            this.sql = sql;
        }

        /** A name for it, lower case. */
        public String column() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The type of its values. */
        public ColumnType type() {
            return type;
        }

        /** The expression on a row of a table. */
        public String of(String table) {
            return sql.formatted(table + ".");
        }
    }
}
