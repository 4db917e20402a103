package io.yieldline.report;

import java.util.List;

/**
 * A published report with its page, byte for byte as it was.
 *
 * @param html the page
 * @param text the same as plain text
 * @param figures its figures, and those of earlier periods that it restated
 */
public record Stored(Issue issue, String html, String text, List<Figure> figures) {}
