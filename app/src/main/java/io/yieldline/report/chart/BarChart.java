package io.yieldline.report.chart;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A stacked bar chart.
 *
 * @param average shown as a dashed line; null for none
 */
public record BarChart(
        String title,
        String description,
        List<String> categories,
        List<Series> series,
        @Nullable Double average) {
    public Svg svg() {
        Drawing drawing = new Drawing(title, description, Axes.WIDTH, Axes.HEIGHT);
        double greatest = Math.max(average == null ? 0 : average, greatest());
        Axes axes = Axes.upTo(categories.size(), greatest);
        axes.draw(drawing, categories, "");
        Axes.legend(drawing, series.stream().map(Series::name).toList());
        for (int i = 0; i < categories.size(); i++) {
            bar(drawing, axes, i);
        }
        if (average != null) {
            average(drawing, axes, average);
        }
        for (int i = 0; i < categories.size(); i++) {
            double total = total(i);
            drawing.text(axes.x(i), axes.y(total) - 4, "middle", String.format(Locale.ROOT, "%,.0f", total));
        }
        return drawing.svg();
    }

    private void bar(Drawing drawing, Axes axes, int category) {
        double width = Math.min(46, axes.slot() * 0.66);
        double below = 0;
        for (int i = 0; i < series.size(); i++) {
            double value = value(i, category);
            double top = axes.y(below + value);
            drawing.rectangle(axes.x(category) - width / 2, top, width, axes.y(below) - top, Drawing.colour(i));
            below += value;
        }
    }

    private static void average(Drawing drawing, Axes axes, double average) {
        double y = axes.y(average);
        drawing.line(Axes.LEFT, y, Axes.WIDTH - Axes.RIGHT, y, Drawing.INK, true);
        drawing.text(Axes.WIDTH - Axes.RIGHT + 3, y + 4, "start", String.format(Locale.ROOT, "ø %,.0f", average));
    }

    private double greatest() {
        return IntStream.range(0, categories.size())
                .mapToDouble(this::total)
                .max()
                .orElse(0);
    }

    private double total(int category) {
        return IntStream.range(0, series.size())
                .mapToDouble(part -> value(part, category))
                .sum();
    }

    private double value(int part, int category) {
        return Objects.requireNonNullElse(series.get(part).values().get(category), 0.0);
    }
}
