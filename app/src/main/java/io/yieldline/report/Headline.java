package io.yieldline.report;

/**
 * A key figure.
 *
 * @param note comparison or composition
 */
record Headline(String label, String value, String note, Emphasis tone) {
    Headline(String label, String value, String note) {
        this(label, value, note, Emphasis.PLAIN);
    }
}
