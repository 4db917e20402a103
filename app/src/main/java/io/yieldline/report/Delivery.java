package io.yieldline.report;

/** Where a report goes when it is sent. */
@FunctionalInterface
public interface Delivery {
    /**
     * Hands a report over; that it arrives is the business of whoever takes it.
     *
     * @param subject the subject of the mail, in one line
     * @param text the report as plain text
     * @param html the report as a page that needs nothing else
     */
    void send(String subject, String text, String html);
}
