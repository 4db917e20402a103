package io.yieldline.plant;

import io.yieldline.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The targets of the plant. They stand in {@code rules.yaml} but apart from {@link Rules}: no number depends on them, so a change makes
 * no mart stale.
 *
 * @param all in file order
 */
public record Targets(List<Target> all) {
    /** The section of the rules file. */
    public static final String SECTION = "targets";

    /** A plant without targets. */
    public static final Targets NONE = new Targets(List.of());

    /** A copy that nobody changes. */
    public Targets {
        all = List.copyOf(all);
    }

    /** The targets in a rules file; two for the same that begin on the same day are refused. */
    static Targets of(YamlNode rules) {
        List<String> models = rules.get("yield_models").texts();
        List<Target> targets = new ArrayList<>();
        for (YamlNode item : rules.find(SECTION).map(YamlNode::items).orElse(List.of())) {
            Target target = Target.of(item, models);
            if (targets.stream().anyMatch(target::replaces)) {
                throw item.wrong("there are two targets for " + target.words() + "; keep one");
            }
            targets.add(target);
        }
        return new Targets(targets);
    }

    /**
     * The target of a day.
     *
     * @param model null for all models together
     * @param station null for all stations together
     * @return percent, or packing records; of several that hold, that of the model and station, then the newest
     */
    public Optional<BigDecimal> of(Measure measure, @Nullable String model, @Nullable String station, LocalDate day) {
        return inForce(day)
                .filter(target -> target.holds(measure, model, station))
                .max(Target.PRECEDENCE)
                .map(Target::value);
    }

    /** How many packing records a day should have: of the plant, else the sum of the targets of its models; empty without any. */
    public Optional<BigDecimal> packed(LocalDate day) {
        Optional<BigDecimal> whole = of(Measure.PACKED, null, null, day);
        return whole.isPresent()
                ? whole
                : inForce(day)
                        .filter(target -> target.measure() == Measure.PACKED)
                        .map(Target::model)
                        .distinct()
                        .flatMap(model -> of(Measure.PACKED, model, null, day).stream())
                        .reduce(BigDecimal::add);
    }

    private Stream<Target> inForce(LocalDate day) {
        return all.stream().filter(target -> target.on(day));
    }

    /** The same with a target, in the place of one that it replaces. */
    public Targets with(Target target) {
        List<Target> others = new ArrayList<>(all);
        int place =
                (int) all.stream().takeWhile(Predicate.not(target::replaces)).count();
        others.removeIf(target::replaces);
        others.add(place, target);
        return new Targets(others);
    }

    /** The same without a target. */
    public Targets without(Target target) {
        return new Targets(all.stream().filter(Predicate.not(target::equals)).toList());
    }

    /** As a section of {@code rules.yaml}. */
    public String yaml() {
        return all.isEmpty()
                ? SECTION + ": []\n"
                : all.stream().map(target -> target.yaml() + "\n").collect(Collectors.joining("", SECTION + ":\n", ""));
    }
}
