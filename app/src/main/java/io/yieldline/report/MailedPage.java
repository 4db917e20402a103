package io.yieldline.report;

/**
 * A page as an email has it.
 *
 * @param html a single file
 * @param text the same content
 */
public record MailedPage(String html, String text) {
    static MailedPage of(ReportPage page) {
        return new MailedPage(HtmlPage.of(page), TextPage.of(page));
    }
}
