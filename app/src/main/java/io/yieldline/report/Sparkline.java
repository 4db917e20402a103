package io.yieldline.report;

import io.yieldline.Ratio;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A line without axes, small enough for a cell: shares of the last days, each scale of its own. */
record Sparkline(String title, List<Ratio> shares) {
    private static final double WIDTH = 70;
    private static final double HEIGHT = 16;

    Svg svg() {
        List<Ratio> known = shares.stream().filter(Ratio::known).toList();
        String words = known.isEmpty()
                ? "no values"
                : String.format(
                        Locale.ROOT,
                        "%d values from %s to %s",
                        known.size(),
                        known.get(0).percent(),
                        known.get(known.size() - 1).percent());
        Drawing drawing = new Drawing(title, words, WIDTH, HEIGHT);
        if (!known.isEmpty()) {
            draw(drawing, known.stream().mapToDouble(Ratio::value).toArray());
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
