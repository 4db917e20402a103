package io.yieldline.alert;

import io.yieldline.Hint;
import io.yieldline.Visible;
import org.jspecify.annotations.Nullable;

/**
 * A current problem. Its alert stays open for as long as a source reports it.
 *
 * @param rule the rule that detected it, such as {@code run_failed}
 * @param cause identifies the problem within the rule while it lasts: an operation, a feed, an export
 * @param title short description
 * @param detail numbers and reasons, in a line or two
 * @param link details: a command or a URL
 */
public record Condition(
        String rule,
        String cause,
        Severity severity,
        String title,
        String detail,
        @Nullable String link) {
    /** This condition, with commands that call the program as given. */
    Condition calling(String program) {
        return new Condition(
                rule,
                cause,
                severity,
                title,
                Hint.complete(detail, program),
                link == null ? null : Hint.complete(link, program));
    }

    /** Title and detail are shown to people; PostgreSQL stores no NUL. */
    public Condition {
        cause = cause.replace("\0", "");
        title = Visible.line(title);
        detail = Visible.line(detail);
    }
}
