package io.yieldline.feed;

import io.yieldline.plant.Rules;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The derived columns that depend on the rules of the plant, each as a function of other columns. When rules change,
 * they are recomputed for all loaded records.
 */
public enum Judgement {
    OUTPUT_DAY(Derived.OUTPUT_DAY, List.of("day")) {
        @Override
        public Object value(Rules rules, List<@Nullable Object> inputs) {
            return rules.outputDay(LocalDate.parse(String.valueOf(inputs.get(0))));
        }
    },
    VERDICT(Derived.VERDICT, List.of("status")) {
        @Override
        public Object value(Rules rules, List<@Nullable Object> inputs) {
            return rules.verdict((String) inputs.get(0)).word();
        }
    },
    IN_SCOPE(Derived.IN_SCOPE, List.of("flow", "station")) {
        @Override
        public Object value(Rules rules, List<@Nullable Object> inputs) {
            return rules.productionScope().holds((String) inputs.get(0), String.valueOf(inputs.get(1)));
        }
    },
    ERROR_CODE(Derived.ERROR_CODE, List.of("failure_reasons")) {
        @Override
        public @Nullable Object value(Rules rules, List<@Nullable Object> inputs) {
            return rules.errorCode().code((String) inputs.get(0));
        }
    };

    private final Derived derived;
    private final List<String> inputs;

    Judgement(Derived derived, List<String> inputs) {
        this.derived = derived;
        this.inputs = inputs;
    }

    /** The derived column. */
    public Derived derived() {
        return derived;
    }

    /** The input columns. */
    public List<String> inputs() {
        return inputs;
    }

    /** The value for these inputs and rules. */
    public abstract @Nullable Object value(Rules rules, List<@Nullable Object> inputs);
}
