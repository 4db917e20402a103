package io.yieldline.report;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A report, ready to be published.
 *
 * @param madeAt time, in plant time
 * @param change number of the last data change that it includes
 * @param export number of the last loaded export
 * @param subject subject of an email with it
 * @param html a self-contained page
 * @param text the same as plain text, at most {@value TextPage#WIDTH} columns
 * @param figures every figure of its period, with counts
 * @param restatements published figures that have changed
 */
public record Report(
        Period period,
        LocalDateTime madeAt,
        long change,
        long export,
        String subject,
        String html,
        String text,
        List<Figure> figures,
        List<Restatement> restatements) {}
