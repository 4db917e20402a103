package io.yieldline.report.chart;

import java.util.Locale;

/**
 * Draws an SVG for a self-contained page: no script, no font, no external resource. Title and description
 * make it accessible.
 */
final class Drawing {
    static final String INK = "#333333";
    static final String GRID = "#dddddd";

    private static final String[] COLOURS = {"#2a6f97", "#e07a1f", "#5b8c5a", "#7d5ba6", "#8a8a8a", "#b5485d"};

    private final StringBuilder markup = new StringBuilder();

    Drawing(String title, String description, double width, double height) {
        add(
                "<svg role=\"img\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\" font-family=\"Arial, sans-serif\""
                        + " font-size=\"11\"><title>%s</title><desc>%s</desc>",
                number(width), number(height), number(width), number(height), escaped(title), escaped(description));
    }

    /** The colour of a series, safe for red-green colour blindness. */
    static String colour(int series) {
        return COLOURS[series % COLOURS.length];
    }

    /** A filled rectangle. */
    void rectangle(double x, double y, double width, double height, String colour) {
        add(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>",
                number(x), number(y), number(width), number(height), colour);
    }

    /** A straight line; dashed if it is not data. */
    void line(double x1, double y1, double x2, double y2, String colour, boolean dashed) {
        add(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"%s/>",
                number(x1), number(y1), number(x2), number(y2), colour, dash(dashed));
    }

    /** A line through points, given as {@code x,y x,y}. */
    void path(String points, String colour, boolean dashed) {
        add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>", points, colour, dash(dashed));
    }

    /** A dot. */
    void dot(double x, double y, double radius, String colour) {
        add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>", number(x), number(y), number(radius), colour);
    }

    /** A text with an anchor: start, middle or end. */
    void text(double x, double y, String anchor, String text) {
        add(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\" stroke=\"#ffffff\" stroke-width=\"3\""
                        + " paint-order=\"stroke\">%s</text>",
                number(x), number(y), anchor, INK, escaped(text));
    }

    /** A point of a path. */
    static String point(double x, double y) {
        return number(x) + "," + number(y);
    }

    /** The SVG. */
    Svg svg() {
        return new Svg(markup + "</svg>");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String dash(boolean dashed) {
        return dashed ? " stroke-dasharray=\"5 4\"" : "";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private void add(String format, Object... values) {
        markup.append(String.format(Locale.ROOT, format, values));
    }
}
