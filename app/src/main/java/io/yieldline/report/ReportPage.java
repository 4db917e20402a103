package io.yieldline.report;

import java.util.List;

/**
 * The content of a report, independent of HTML or text.
 *
 * @param remarks important remarks at the beginning
 * @param imprint time and data version
 */
record ReportPage(
        String plant,
        String title,
        String period,
        List<String> remarks,
        List<Headline> headlines,
        List<Section> sections,
        String imprint) {}
