package io.yieldline.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.yieldline.UserError;
import io.yieldline.mart.Marts;
import io.yieldline.operation.TestPlant;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The parts of a view, each of which its own command explains. */
abstract class ExplainViewContract extends ExplainSuite {
    ExplainViewContract(Engine engine) {
        super(engine);
    }

    @Test
    void rolledYieldsAreTheProductOfTheirFactors() {
        try (TestPlant plant = demo()) {
            Composition rolled = composition(plant, "rolled_yield_weekly", Map.of());
            int yield = rolled.numbers().columns().indexOf("yield");
            for (List<Object> row : rolled.numbers().rows()) {
                List<List<Object>> parts = rolled.parts().rows().stream()
                        .filter(part -> part.subList(0, 3).equals(row.subList(0, 3)))
                        .toList();
                double product = parts.stream()
                        .mapToDouble(part ->
                                part.get(4) == null ? Double.NaN : (double) (long) part.get(4) / (long) part.get(5))
                        .reduce(1, (one, other) -> one * other);
                if (row.get(yield) == null) {
                    assertThat(product).as(row.toString()).isNaN();
                } else {
                    assertThat(product)
                            .as(row.toString())
                            .isCloseTo(((Number) row.get(yield)).doubleValue(), within(0.000001));
                }
            }
            assertThat(rolled.numbers().rows()).hasSizeGreaterThan(3);
        }
    }

    @Test
    void partsOfAViewAreWhatTheirCommandsExplain() {
        try (TestPlant plant = demo()) {
            for (String view : ViewParts.VIEWS) {
                Table parts =
                        composition(plant, view, Map.of("week", "2025-w10")).parts();
                assertThat(parts.rows()).as(view).isNotEmpty();
                for (List<Object> part : parts.rows()) {
                    assertPart(plant, part.subList(parts.columns().indexOf("number"), part.size()));
                }
            }
        }
    }

    /** Number, numerator, denominator, percent, and the command that explains them. */
    private static void assertPart(TestPlant plant, List<Object> part) {
        List<String> words = new ArrayList<>();
        Matcher word =
                Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(part.get(4).toString());
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        List<String> keys = words.subList(3, words.size()).stream()
                .map(text -> text.replaceFirst("^--", ""))
                .toList();
        Explanation explanation = explain(plant, words.get(2), keys.toArray(String[]::new));
        assertThat(explanation.addsUp()).as(part.toString()).isTrue();
        if (part.get(1) != null) {
            assertThat(Stream.concat(
                            explanation.counts().stream().map(count -> List.<Object>of(count.listed())),
                            explanation.ratios().stream()
                                    .map(ratio -> List.<Object>of(ratio.numerator(), ratio.denominator()))))
                    .as(part.toString())
                    .contains(part.get(2) == null ? List.of(part.get(1)) : part.subList(1, 3));
        }
    }

    @Test
    void keysOfAView() {
        try (TestPlant plant = small()) {
            assertThat(composition(plant, "weekly_summary", Map.of("model", ""))
                            .numbers()
                            .rows())
                    .isEmpty();
            assertThatThrownBy(() -> composition(plant, "packing_weekly", Map.of("station", "FI")))
                    .isInstanceOf(UserError.class)
                    .hasMessage("packing_weekly has no key \"station\"; valid keys: week, model");
        }
    }

    private static Composition composition(TestPlant plant, String view, Map<String, String> keys) {
        return (Composition) new Explain(plant.warehouse(), Marts.builtIn()).prove(view, keys);
    }
}
