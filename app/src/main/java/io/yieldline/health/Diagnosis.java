package io.yieldline.health;

import io.yieldline.Counted;
import java.util.List;
import java.util.Optional;

/** The states of all links, in the order of the chain. */
public record Diagnosis(List<LinkState> links) {
    /** The first broken link; later links may be wrong because of it. */
    public Optional<LinkState> firstBroken() {
        return in(State.BROKEN).stream().findFirst();
    }

    /** Whether no link is broken. */
    public boolean sound() {
        return firstBroken().isEmpty();
    }

    /** The links in this state. */
    public List<LinkState> in(State state) {
        return links.stream().filter(link -> link.state() == state).toList();
    }

    /** A summary in one line. */
    public String summary() {
        int warnings = in(State.WARN).size();
        return firstBroken()
                .map(link -> link.link() + " is broken: " + link.message())
                .orElse(warnings == 0 ? "all links are healthy" : "healthy, with " + Counted.of(warnings, "warning"));
    }
}
