package io.yieldline.health;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one link.
 *
 * @param link its name
 * @param message the finding, in one line
 * @param details details, one per line; may be shortened
 * @param downstream the consequences; null if it is healthy
 * @param remedies the repairs
 */
public record LinkState(
        String link,
        State state,
        String message,
        List<String> details,
        @Nullable String downstream,
        List<Remedy> remedies) {}
