package io.yieldline.report;

import io.yieldline.report.chart.Svg;
import java.util.List;

/**
 * A part of a report.
 *
 * @param notes explanations
 * @param charts charts of the tables
 */
record Section(String title, List<String> notes, List<Svg> charts, List<Grid> grids) {
    Section(String title, String note, Grid grid) {
        this(title, List.of(note), List.of(), List.of(grid));
    }

    Section(String title, String note, Svg chart, Grid grid) {
        this(title, List.of(note), List.of(chart), List.of(grid));
    }
}
