package io.yieldline.report;

/**
 * A number to see first.
 *
 * @param note what it is compared with, or made of
 */
record Headline(String label, String value, String note, Tone tone) {
    Headline(String label, String value, String note) {
        this(label, value, note, Tone.PLAIN);
    }
}
