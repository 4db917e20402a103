package io.yieldline.report.chart;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Percentages over time, one line per series; missing values are gaps. */
public record LineChart(String title, String description, List<String> categories, List<Series> series) {
    public Svg svg() {
        Drawing drawing = new Drawing(title, description, Axes.WIDTH, Axes.HEIGHT);
        Axes axes = new Axes(categories.size(), lowest(), 100);
        axes.draw(drawing, categories, " %");
        Axes.legend(drawing, series.stream().map(Series::name).toList());
        for (int i = 0; i < series.size(); i++) {
            draw(drawing, axes, series.get(i).values(), Drawing.colour(i));
        }
        return drawing.svg();
    }

    private void draw(Drawing drawing, Axes axes, List<@Nullable Double> values, String colour) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            if (value == null) {
                end(drawing, path, colour);
            } else {
                path.append(Drawing.point(axes.x(i), axes.y(value))).append(' ');
                drawing.dot(axes.x(i), axes.y(value), 3, colour);
            }
        }
        end(drawing, path, colour);
    }

    private static void end(Drawing drawing, StringBuilder path, String colour) {
        if (!path.isEmpty()) {
            drawing.path(path.toString().strip(), colour, false);
            path.setLength(0);
        }
    }

    /** A multiple of 20 below the minimum, for whole numbers on the grid lines. */
    private double lowest() {
        double lowest = series.stream()
                .flatMap(line -> line.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
        return Math.min(80, 20 * Math.floor(Math.max(0, lowest) / 20));
    }
}
