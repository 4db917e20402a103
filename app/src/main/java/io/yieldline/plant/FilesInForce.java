package io.yieldline.plant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Since when a server works with the rules, settings, feeds and checks that it has, and what it did not take of later changes.
 * Thread-safe; empty in a process that runs a single command, which reads its files itself.
 */
public final class FilesInForce {
    private volatile @Nullable State state;

    /**
     * The files of a server.
     *
     * @param since when it read the files that it works with
     * @param restart settings that differ from those that it was started with, and that only a restart applies
     * @param refused why it does not take the files as they are now: file, line and reason; null if it takes them
     * @param refusedAt when it refused them; null if it takes them
     */
    public record State(
            Instant since,
            List<String> restart,
            @Nullable String refused,
            @Nullable Instant refusedAt) {}

    /** The files of this server; empty where none runs. */
    public Optional<State> state() {
        return Optional.ofNullable(state);
    }

    /** Records that the server works with its files as they are. */
    public void applied(Instant at, List<String> restart) {
        state = new State(at, List.copyOf(restart), null, null);
    }

    /** Records that the files changed and cannot be used; those before stay in force. */
    public void refused(Instant at, String reason) {
        state().ifPresent(now -> state = new State(now.since(), now.restart(), reason, at));
    }

    /** Records that the files are again as those in force. */
    public void restored() {
        state().ifPresent(now -> state = new State(now.since(), now.restart(), null, null));
    }
}
