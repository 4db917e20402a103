package io.yieldline.plant;

import io.yieldline.NameKey;
import io.yieldline.UserError;
import io.yieldline.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A target, with the days on which it is in force.
 *
 * @param model the model; null for all
 * @param station the station; null for all
 * @param value percent, or packing records of a day
 * @param from the first day; null if it has always been in force
 * @param to the last day; null while it is in force
 */
public record Target(
        Measure measure,
        @Nullable String model,
        @Nullable String station,
        BigDecimal value,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    private static final String MODEL = "model";
    private static final String STATION = "station";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final List<String> KEYS = Stream.concat(
                    Measure.words().stream(), Stream.of(MODEL, STATION, FROM, TO))
            .toList();

    /** The later in this order, the sooner it is the one in force: of a model and station before of all, a newer before an older. */
    static final Comparator<Target> PRECEDENCE = Comparator.comparing((Target target) -> target.station != null)
            .thenComparing(target -> target.model != null)
            .thenComparing(target -> target.from, Comparator.nullsFirst(Comparator.naturalOrder()));

    /**
     * A target from its parts as somebody wrote them, under the keys of {@code rules.yaml}.
     *
     * @throws UserError with what is wrong, in one line
     */
    public static Target of(Map<String, String> parts, Rules rules) {
        return YamlLine.read(YamlLine.of(parts), yaml -> of(yaml, rules.yieldModels()));
    }

    /** Reads a target; {@code yieldModels} are the models that can have yields. */
    static Target of(YamlNode yaml, List<String> yieldModels) {
        yaml.entries(KEYS);
        Measure measure = measure(yaml);
        Target target = new Target(
                measure,
                yaml.find(MODEL).map(YamlNode::text).orElse(null),
                yaml.find(STATION).map(YamlNode::text).orElse(null),
                measure.value(yaml.get(measure.word())),
                yaml.find(FROM).map(YamlNode::day).orElse(null),
                yaml.find(TO).map(YamlNode::day).orElse(null));
        target.flaw(yieldModels).ifPresent(flaw -> {
            throw yaml.wrong(flaw);
        });
        return target;
    }

    private static Measure measure(YamlNode yaml) {
        List<Measure> given = Arrays.stream(Measure.values())
                .filter(measure -> yaml.find(measure.word()).isPresent())
                .toList();
        if (given.size() != 1) {
            throw yaml.wrong("a target has exactly one of " + String.join(", ", Measure.words()));
        }
        return given.get(0);
    }

    private Optional<String> flaw(List<String> yieldModels) {
        if (station != null && !measure.ofStations()) {
            return Optional.of(measure.word() + " is of a model, not of a station; remove the station");
        }
        if (model != null && measure.share() && yieldModels.stream().noneMatch(known -> NameKey.alike(known, model))) {
            return Optional.of(
                    "\"" + model + "\" has no yields; models with yields: " + String.join(", ", yieldModels));
        }
        return from != null && to != null && to.isBefore(from)
                ? Optional.of("the target ends on " + to + ", before it begins on " + from)
                : Optional.empty();
    }

    /** Whether another target is for the same and begins on the same day, so that only one of them can be meant. */
    public boolean replaces(Target other) {
        return measure == other.measure
                && alike(model, other.model)
                && alike(station, other.station)
                && Objects.equals(from, other.from);
    }

    /** Whether it is in force on a day. */
    public boolean on(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Whether it holds for a model and station; null there stands for all together. */
    boolean holds(Measure asked, @Nullable String ofModel, @Nullable String ofStation) {
        return measure == asked
                && (model == null || alike(model, ofModel))
                && (station == null || alike(station, ofStation));
    }

    /** What it is for, such as {@code yield of Tesla SXM5 at BAT from 2025-05-01}. */
    public String words() {
        return measure.word()
                + (model == null ? "" : " of " + model)
                + (station == null ? "" : " at " + station)
                + (from == null ? "" : " from " + from)
                + (to == null ? "" : " to " + to);
    }

    /** The value with its unit, such as {@code 98.5 %} or {@code 120 a day}. */
    public String amount() {
        return value.toPlainString() + (measure.share() ? " %" : " a day");
    }

    /** As a line of {@code rules.yaml}. */
    String yaml() {
        Map<String, String> parts = new LinkedHashMap<>();
        put(parts, MODEL, model);
        put(parts, STATION, station);
        put(parts, FROM, from);
        put(parts, TO, to);
        return "  - {" + measure.word() + ": " + value.toPlainString()
                + (parts.isEmpty() ? "" : ", " + YamlLine.inner(parts)) + "}";
    }

    private static void put(Map<String, String> parts, String key, @Nullable Object value) {
        if (value != null) {
            parts.put(key, value.toString());
        }
    }

    private static boolean alike(@Nullable String one, @Nullable String other) {
        return one == null || other == null ? Objects.equals(one, other) : NameKey.alike(one, other);
    }
}
