package io.yieldline.demo;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A product line: model, service flow and route.
 *
 * @param family first two digits of the serial numbers
 * @param process the flow in the test-board report; null if the line has no electrical board tests
 * @param share percentage of the units
 * @param opening start of the line, in percent of the time
 * @param customerPartNumber null when the customer has none
 */
record ProductLine(
        String model,
        String flow,
        @Nullable String process,
        String family,
        List<String> partNumbers,
        @Nullable String customerPartNumber,
        int share,
        int opening,
        List<Stop> route) {
    private static final String SXM4_ROUTE =
            "RECEIVE SORTING?2 VI1/8 UPGRADE ASSY1 VI2/4 FLA/4 BAT/9 BIT/2 FCT/6 FPF/1.5 OQA/1 ASSY2 FI/11 AOI?70 FQC/3 PACKING SHIPPING";
    private static final String SXM5_ROUTE =
            "RECEIVE VI1/0.5 Disassembly Assembley/0.5 UPGRADE BBD/1 CHIFLASH/3 FLB FLA/1 FLC BAT/16 BIT/1.5 "
                    + "FCT/3 EFT/0.3 IST/2 FPF ASSY2 FI/1.5 FQC/0.5 PACKING SHIPPING";
    private static final String SXM6_ROUTE =
            "RECEIVE VI1/1 ASSY1 BBD/2 FLA/3 BAT/12 BIT/4 FCT/9 FPF/2 OQA/2 ASSY2 FI/5 FQC/2 PACKING SHIPPING";
    private static final String RED_OCTOBER_ROUTE =
            "RECEIVE VI1 Disassembly/3 Assembley/2 VI3/2 CHARGING HPT PT2/28 PT3/12 FCT/6 RIN/15 FI FQC PACKING SHIPPING";
    private static final String SORT_ROUTE = "RECEIVE IQA RMA_ASSY AVI_1 TEST/50 AVI_2 SORTING/40?30 Warehouse?25";
    private static final String LONG_FLOW = "PG520 NEW(CHIFLASH-FLB-FLA-FLC-BAT-BIT-FCT-EFT-IST-FPF)";

    static final List<ProductLine> ALL = List.of(
            line(
                    "Tesla SXM4",
                    "PG506 Refurbish A",
                    "PG506(FLA-BAT-BIT-FCT-FPF-OQA)",
                    "71",
                    "692-2G506-0310-0R2 692-2G506-0300-0R2",
                    46,
                    0,
                    SXM4_ROUTE),
            line("Tesla SXM4", "", "PG506(FLA-BAT-BIT-FCT-FPF-OQA)", "71", "692-2G506-0300-0R2", 1, 0, SXM4_ROUTE),
            line(
                    "Tesla SXM5",
                    "PG520 TIM Rework B",
                    "PG520 TIM Rework B",
                    "72",
                    "692-2G520-0300-5R1 692-2G520-0321-5R1",
                    26,
                    0,
                    SXM5_ROUTE),
            line("Tesla SXM5", LONG_FLOW, LONG_FLOW, "72", "965-2G520-0440-0R0", 5, 0, SXM5_ROUTE),
            line("SXM6", "PG530 Pilot", "PG530 Pilot", "74", "692-2G530-0100-0R0", 8, 55, SXM6_ROUTE),
            line("Red October", "RO", null, "73", "920-23488-2630-0R0", 4, 0, RED_OCTOBER_ROUTE),
            line("Tesla SXM5", "NC Sort", null, "72", "965-2G520-0050-000", 6, 0, SORT_ROUTE),
            line("Tesla SXM4", "NC Sort", null, "71", "965-2G506-0041-000", 4, 0, SORT_ROUTE));

    private static ProductLine line(
            String model,
            String flow,
            @Nullable String process,
            String family,
            String parts,
            int share,
            int opening,
            String route) {
        List<String> partNumbers = List.of(parts.split(" "));
        @Nullable String customers = flow.equals("NC Sort") ? null : partNumbers.get(0);
        List<Stop> stops = Stream.of(route.split(" ")).map(Stop::parse).toList();
        return new ProductLine(model, flow, process, family, partNumbers, customers, share, opening, stops);
    }

    static ProductLine any(Dice dice) {
        int ticket = dice.below(100);
        for (ProductLine line : ALL) {
            ticket -= line.share;
            if (ticket < 0) {
                return line;
            }
        }
        throw new IllegalStateException("the shares of the product lines sum to less than 100");
    }

    /** Sorting only separates good from bad units; all other lines repair. */
    boolean repairs() {
        return !flow.equals("NC Sort");
    }

    /** The next step of a repaired unit: after electrical failures all tests again, otherwise the station. */
    int reentry(int failed) {
        return route.get(failed).electrical() ? firstTest() : failed;
    }

    private int firstTest() {
        int first = 0;
        while (!route.get(first).electrical()) {
            first++;
        }
        return first;
    }
}
