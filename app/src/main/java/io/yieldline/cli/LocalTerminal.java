package io.yieldline.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** The terminal that this process was started from, if it was started from one. */
final class LocalTerminal implements Terminal {
    /** Since JDK 22 a console may be there without a terminal; before, it meant one. */
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
