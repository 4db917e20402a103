package io.yieldline.report;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A report, ready to be published.
 *
 * @param madeAt when, in plant time
 * @param change the number of the last change of the data that is in it
 * @param export the number of the last export that was loaded before it
 * @param subject the subject of a mail with it
 * @param html a page that needs nothing else
 * @param text the same as plain text, at most {@value TextPage#WIDTH} columns
 * @param figures every figure of its period, with counts
 * @param restatements figures published before that the data no longer agrees with
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
