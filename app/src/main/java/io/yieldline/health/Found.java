package io.yieldline.health;

import java.util.List;
import java.util.stream.Stream;

/** The finding of a link. */
record Found(State state, String message, List<String> details, List<Remedy> remedies) {
    private static final int LISTED = 20;

    static Found ok(String message) {
        return new Found(State.OK, message, List.of(), List.of());
    }

    static Found warn(String message, Remedy... remedies) {
        return new Found(State.WARN, message, List.of(), List.of(remedies));
    }

    static Found broken(String message, Remedy... remedies) {
        return new Found(State.BROKEN, message, List.of(), List.of(remedies));
    }

    static Found unknown(String message) {
        return new Found(State.UNKNOWN, message, List.of(), List.of());
    }

    /** With details; a long list is shortened to a count. */
    Found with(List<String> lines) {
        List<String> shown = lines.size() <= LISTED
                ? lines
                : Stream.concat(lines.stream().limit(LISTED), Stream.of("and " + (lines.size() - LISTED) + " more"))
                        .toList();
        return new Found(state, message, shown, remedies);
    }
}
