package io.yieldline.report;

import java.time.LocalDateTime;

/**
 * A report as it was published.
 *
 * @param id its number
 * @param kind daily or weekly
 * @param period the day or week, such as 2025-05-29 or 2025-W22
 * @param madeAt when, in plant time
 * @param change the number of the last change of the data that is in it
 * @param export the number of the last export that was loaded before it
 * @param subject the subject of the mail
 * @param sha256 the hash of the page
 */
public record Issue(
        long id,
        String kind,
        String period,
        LocalDateTime madeAt,
        long change,
        long export,
        String subject,
        String sha256) {}
