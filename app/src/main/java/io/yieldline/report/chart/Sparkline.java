package io.yieldline.report.chart;

import java.util.Arrays;
import java.util.List;

/**
 * A sparkline: ratios of the last days, each with its own scale.
 *
 * @param words what it shows, for readers who do not see it
 * @param shares from 0 to 1, oldest first
 */
public record Sparkline(String title, String words, List<Double> shares) {
    private static final double WIDTH = 70;
    private static final double HEIGHT = 16;

    /** The picture of it. */
    public Svg svg() {
        Drawing drawing = new Drawing(title, words, WIDTH, HEIGHT);
        if (!shares.isEmpty()) {
            draw(drawing, shares.stream().mapToDouble(Double::doubleValue).toArray());
        }
        return drawing.svg();
    }

    private static void draw(Drawing drawing, double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double span = Math.max(0.02, 1 - low);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            path.append(Drawing.point(x(i, values.length), y(values[i], span))).append(' ');
        }
        drawing.path(path.toString().strip(), Drawing.colour(0), false);
        int last = values.length - 1;
        drawing.dot(x(last, values.length), y(values[last], span), 2.5, Drawing.colour(1));
    }

    private static double x(int place, int count) {
        return 3 + (WIDTH - 6) * place / Math.max(1, count - 1);
    }

    private static double y(double value, double span) {
        return 3 + (HEIGHT - 6) * (1 - value) / span;
    }
}
