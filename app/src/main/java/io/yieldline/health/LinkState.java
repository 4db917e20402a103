package io.yieldline.health;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one link of the chain was found.
 *
 * @param link its name
 * @param message what was found, in one line
 * @param details what exactly, a line each; may be shortened
 * @param downstream what is wrong or waits because of it; null when it is as it should be
 * @param remedies what mends it
 */
public record LinkState(
        String link,
        State state,
        String message,
        List<String> details,
        @Nullable String downstream,
        List<Remedy> remedies) {}
