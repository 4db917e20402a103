package io.yieldline.report;

import java.time.LocalDateTime;

/**
 * A published report.
 *
 * @param id its number
 * @param kind daily or weekly
 * @param period the day or week, such as 2025-05-29 or 2025-W22
 * @param madeAt time, in plant time
 * @param change number of the last data change that it includes
 * @param export number of the last loaded export
 * @param subject subject of the email
 * @param sha256 the hash of the page
 * @param restated how many of its figures later reports of its kind showed with other counts
 */
public record Issue(
        long id,
        String kind,
        String period,
        LocalDateTime madeAt,
        long change,
        long export,
        String subject,
        String sha256,
        long restated) {
    Issue withRestated(long number) {
        return new Issue(id, kind, period, madeAt, change, export, subject, sha256, number);
    }
}
