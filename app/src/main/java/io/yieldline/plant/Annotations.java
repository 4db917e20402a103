package io.yieldline.plant;

import io.yieldline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The annotations of the plant, which stand in {@code rules.yaml} like {@link Targets}: no number depends on them.
 *
 * @param all in file order
 */
public record Annotations(List<Annotation> all) {
    /** The section of the rules file. */
    public static final String SECTION = "annotations";

    /** A copy that nobody changes. */
    public Annotations {
        all = List.copyOf(all);
    }

    /** The annotations in a rules file. */
    static Annotations of(YamlNode rules) {
        return new Annotations(rules.find(SECTION).map(YamlNode::items).orElse(List.of()).stream()
                .map(Annotation::of)
                .toList());
    }

    /** The same with one more. */
    public Annotations with(Annotation annotation) {
        List<Annotation> more = new ArrayList<>(all);
        more.remove(annotation);
        more.add(annotation);
        return new Annotations(more);
    }

    /** The same without one. */
    public Annotations without(Annotation annotation) {
        return new Annotations(
                all.stream().filter(Predicate.not(annotation::equals)).toList());
    }

    /** As a section of {@code rules.yaml}. */
    public String yaml() {
        return all.isEmpty()
                ? SECTION + ": []\n"
                : all.stream().map(each -> each.yaml() + "\n").collect(Collectors.joining("", SECTION + ":\n", ""));
    }
}
