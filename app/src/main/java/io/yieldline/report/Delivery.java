package io.yieldline.report;

/** The delivery of a report. */
@FunctionalInterface
public interface Delivery {
    /**
     * Submits a report for delivery.
     *
     * @param subject subject of the email, in one line
     * @param text the report as plain text
     * @param html the report as a self-contained page
     */
    void send(String subject, String text, String html);
}
