package io.yieldline.feed;

import io.yieldline.plant.Rules;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The derived columns that follow from the plant's rules, each as a function of other columns of the record. When rules change
 * they are computed anew for records that are loaded already.
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

    /** The column that is judged. */
    public Derived derived() {
        return derived;
    }

    /** The columns that it follows from. */
    public List<String> inputs() {
        return inputs;
    }

    /** The value for these inputs, by these rules. */
    public abstract @Nullable Object value(Rules rules, List<@Nullable Object> inputs);
}
