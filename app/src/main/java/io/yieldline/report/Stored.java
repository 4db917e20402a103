package io.yieldline.report;

import java.util.List;

/**
 * A published report with its stored page.
 *
 * @param html the page
 * @param text the same as plain text
 * @param figures its figures, and restated figures of earlier periods
 */
public record Stored(Issue issue, String html, String text, List<Figure> figures) {}
