package io.yieldline.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** The terminal of this process, if any. */
final class LocalTerminal implements Terminal {
    /** Since JDK 22 a console can exist without a terminal; before, a console implied a terminal. */
    @Override
    public boolean attached() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    @Override
    public boolean redraws() {
        return attached();
    }

    @Override
    public @Nullable String ask(String question) {
        Console console = attached() ? System.console() : null;
        return console == null ? null : console.readLine("%s ", question);
    }
}
