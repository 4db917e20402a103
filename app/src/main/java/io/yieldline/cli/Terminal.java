package io.yieldline.cli;

import org.jspecify.annotations.Nullable;

/** Who reads what a command prints: the terminal of this process, or that of a command that a server runs for another. */
interface Terminal {
    /** Whether somebody watches, who sees colours. */
    boolean attached();

    /** Whether a line can be drawn over again, as bars of progress do. */
    boolean redraws();

    /** What the user types as an answer; null when nobody can answer. */
    @Nullable
    String ask(String question);
}
