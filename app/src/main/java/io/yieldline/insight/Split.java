package io.yieldline.insight;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A difference of two yields, split into groups so that it adds up exactly.
 *
 * @param before all judged records of the period before
 * @param after all judged records of the period after
 * @param parts each group with its terms; without terms if one of the periods has no judged record, so that there is no difference
 */
public record Split(Judged before, Judged after, List<Part> parts) {
    /** Splits the difference between the sums of these groups. */
    static Split of(List<Group> groups) {
        Judged before = groups.stream().map(Group::before).reduce(Judged.NONE, Judged::plus);
        Judged after = groups.stream().map(Group::after).reduce(Judged.NONE, Judged::plus);
        boolean comparable = !before.none() && !after.none();
        return new Split(
                before,
                after,
                groups.stream()
                        .map(group -> new Part(
                                group, comparable ? Terms.of(group.before(), group.after(), before, after) : null))
                        .toList());
    }

    /** The sum of the terms of all groups; null if there is no difference. */
    public @Nullable Terms terms() {
        return comparable() ? parts.stream().map(Part::terms).reduce(Terms.ZERO, Terms::plus) : null;
    }

    /** The yield after minus the yield before; null if one of them has no judged record. */
    public @Nullable BigFraction change() {
        return comparable() ? after.yield().subtract(before.yield()) : null;
    }

    private boolean comparable() {
        return !before.none() && !after.none();
    }

    /**
     * The judged records of both periods that have the same values.
     *
     * @param keys the values, such as a model and a part number; a blank is empty
     */
    public record Group(List<String> keys, Judged before, Judged after) {}

    /** A group and what it contributes; null if there is no difference to contribute to. */
    public record Part(Group group, @Nullable Terms terms) {}
}
