package io.yieldline.finding;

import io.yieldline.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which of the known findings something is that was found again. */
final class Identity {
    /** An onset is an estimate: with every new day it can move by a few days. */
    static final int NEAR_DAYS = 14;

    private static final int CHARACTERS = 8;

    private Identity() {}

    /** For each that is known already, the finding that it is: the same kind, subject and direction, and the nearest onset. */
    static Map<Found, Finding> of(List<Found> found, List<Finding> known) {
        List<Pair> pairs = new ArrayList<>();
        for (Found one : found) {
            known.stream().filter(other -> same(one, other)).forEach(other -> pairs.add(new Pair(one, other)));
        }
        pairs.sort(Comparator.comparingLong(Pair::apart).thenComparing(pair -> pair.known.id()));
        Map<Found, Finding> matched = new IdentityHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!matched.containsKey(pair.found) && taken.add(pair.known.id())) {
                matched.put(pair.found, pair.known);
            }
        }
        return matched;
    }

    /** The name of a finding that is first seen now, which no other has. */
    static String name(Found found, Predicate<String> taken) {
        String text = String.join(
                "|",
                found.kind().word(),
                found.subject().key(),
                found.improvement() ? "improvement" : "loss",
                found.since().toString());
        String name = Sha256.of(text).substring(0, CHARACTERS);
        while (taken.test(name)) {
            name = Sha256.of(name).substring(0, CHARACTERS);
        }
        return name;
    }

    /** Whether two findings are about the same, so that a note on one is a note on the other. */
    static boolean same(Finding one, Finding other) {
        return one.kind() == other.kind()
                && one.subject().equals(other.subject())
                && one.improvement() == other.improvement()
                && apart(one, other) <= NEAR_DAYS;
    }

    /** How many days apart they began. */
    static long apart(Finding one, Finding other) {
        return Math.abs(one.since().toEpochDay() - other.since().toEpochDay());
    }

    private static boolean same(Found one, Finding other) {
        return one.kind() == other.kind()
                && one.subject().equals(other.subject())
                && one.improvement() == other.improvement()
                && overlap(one, other)
                && (one.kind() == FindingKind.SUSPECT || new Pair(one, other).apart() <= NEAR_DAYS);
    }

    private static boolean overlap(Found one, Finding other) {
        return (other.ended() == null || !one.since().isAfter(other.ended()))
                && (one.ended() == null || !other.since().isAfter(one.ended()));
    }

    private record Pair(Found found, Finding known) {
        long apart() {
            return Math.abs(found.since().toEpochDay() - known.since().toEpochDay());
        }
    }
}
