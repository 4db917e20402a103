package io.yieldline.report.chart;

import java.util.List;
import java.util.Locale;

/**
 * The axes of a chart: categories from left to right, a scale from bottom to top.
 *
 * @param low the value at the bottom
 * @param high the value at the top
 */
record Axes(int categories, double low, double high) {
    static final double WIDTH = 760;
    static final double HEIGHT = 220;
    static final double LEFT = 46;
    static final double RIGHT = 52;
    static final double TOP = 30;
    static final double BOTTOM = 26;

    private static final double[] STEPS = {1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10};

    /** Axes from 0 to a round number not below the maximum. */
    static Axes upTo(int categories, double greatest) {
        double unit = Math.pow(10, Math.floor(Math.log10(Math.max(1, greatest / 4))));
        for (double step : STEPS) {
            if (4 * step * unit >= greatest && step * unit == Math.rint(step * unit)) {
                return new Axes(categories, 0, 4 * step * unit);
            }
        }
        return new Axes(categories, 0, Math.max(4, greatest));
    }

    /** The width of a category. */
    double slot() {
        return (WIDTH - LEFT - RIGHT) / Math.max(1, categories);
    }

    /** The centre of a category. */
    double x(int category) {
        return LEFT + slot() * (category + 0.5);
    }

    /** The height of a value. */
    double y(double value) {
        return HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - BOTTOM - TOP);
    }

    /** Draws four grid lines with their values, and the category names below. */
    void draw(Drawing drawing, List<String> names, String unit) {
        for (int i = 0; i <= 4; i++) {
            double value = low + (high - low) * i / 4;
            drawing.line(LEFT, y(value), WIDTH - RIGHT, y(value), Drawing.GRID, false);
            drawing.text(LEFT - 6, y(value) + 4, "end", text(value) + unit);
        }
        for (int i = 0; i < names.size(); i++) {
            drawing.text(x(i), HEIGHT - 8, "middle", names.get(i));
        }
    }

    /** Draws the legend above the chart. */
    static void legend(Drawing drawing, List<String> names) {
        double x = LEFT;
        for (int i = 0; i < names.size(); i++) {
            drawing.rectangle(x, 6, 11, 11, Drawing.colour(i));
            drawing.text(x + 16, 15, "start", names.get(i));
            x += 34 + 6.5 * names.get(i).length();
        }
    }

    private static String text(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : String.valueOf(value);
    }
}
