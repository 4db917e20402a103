package io.yieldline.cli;

import org.jspecify.annotations.Nullable;

/** The terminal of a command: that of this process, or a remote one. */
interface Terminal {
    /** Whether output goes to a terminal with colours. */
    boolean attached();

    /** Whether a line can be overwritten, as progress bars do. */
    boolean redraws();

    /** The answer of the user; null if nobody can answer. */
    @Nullable
    String ask(String question);
}
