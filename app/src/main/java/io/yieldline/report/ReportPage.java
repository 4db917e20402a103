package io.yieldline.report;

import java.util.List;

/**
 * A report before it is HTML or text: what it says, in order.
 *
 * @param remarks what must be known before reading on
 * @param imprint when it was made, of which data
 */
record ReportPage(
        String plant,
        String title,
        String period,
        List<String> remarks,
        List<Headline> headlines,
        List<Section> sections,
        String imprint) {}
