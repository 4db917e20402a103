package io.yieldline.alert;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong now. As long as a source gives it, its alert stays open.
 *
 * @param rule the rule that found it, such as {@code run_failed}
 * @param cause what tells it from others of the rule and stays the same while it lasts: an operation, a feed, an export
 * @param title what is wrong, in a few words
 * @param detail numbers and reasons, in a line or two
 * @param link where to read on: a command or an address
 */
public record Condition(
        String rule,
        String cause,
        Severity severity,
        String title,
        String detail,
        @Nullable String link) {
    /** Takes out what no database keeps: PostgreSQL refuses the character zero. */
    public Condition {
        cause = cause.replace("\0", "");
        title = title.replace("\0", "");
        detail = detail.replace("\0", "");
    }
}
