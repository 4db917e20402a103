package io.yieldline.report.chart;

import java.util.List;
import java.util.Locale;

/**
 * A Pareto chart: causes by frequency, with the cumulative share.
 *
 * @param total all occurrences, including causes that are not shown
 */
public record ParetoChart(String title, String description, List<String> causes, List<Long> counts, long total) {
    public Svg svg() {
        Drawing drawing = new Drawing(title, description, Axes.WIDTH, Axes.HEIGHT);
        Axes axes = Axes.upTo(
                causes.size(), counts.stream().mapToLong(Long::longValue).max().orElse(0));
        axes.draw(drawing, causes, "");
        Axes share = new Axes(causes.size(), 0, 100);
        StringBuilder path = new StringBuilder();
        long sum = 0;
        for (int i = 0; i < causes.size(); i++) {
            sum += counts.get(i);
            bar(drawing, axes, i);
            path.append(Drawing.point(axes.x(i), share.y(percent(sum)))).append(' ');
        }
        drawing.path(path.toString().strip(), Drawing.colour(1), false);
        long shown = 0;
        for (int i = 0; i < causes.size(); i++) {
            shown += counts.get(i);
            drawing.dot(axes.x(i), share.y(percent(shown)), 3, Drawing.colour(1));
        }
        rightAxis(drawing, share);
        Axes.legend(drawing, List.of("failures", "cumulative share of all failures"));
        return drawing.svg();
    }

    private void bar(Drawing drawing, Axes axes, int cause) {
        double width = Math.min(46, axes.slot() * 0.66);
        double top = axes.y(counts.get(cause));
        drawing.rectangle(axes.x(cause) - width / 2, top, width, axes.y(0) - top, Drawing.colour(0));
    }

    private static void rightAxis(Drawing drawing, Axes share) {
        for (int percent = 0; percent <= 100; percent += 25) {
            drawing.text(
                    Axes.WIDTH - Axes.RIGHT + 4,
                    share.y(percent) + 4,
                    "start",
                    String.format(Locale.ROOT, "%d %%", percent));
        }
    }

    private double percent(long count) {
        return total == 0 ? 0 : 100.0 * count / total;
    }
}
