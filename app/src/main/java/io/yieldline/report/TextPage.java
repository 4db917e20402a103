package io.yieldline.report;

import io.yieldline.Visible;
import io.yieldline.report.Grid.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a page as plain text for email and terminal, without pictures. */
final class TextPage {
    /** Maximum line length. */
    static final int WIDTH = 96;

    private static final String GAP = "  ";
    private static final int LEAST = 12;

    private final StringBuilder out = new StringBuilder();

    private TextPage() {}

    static String of(ReportPage page) {
        TextPage text = new TextPage();
        text.line(page.plant());
        text.line(page.title() + ": " + page.period());
        page.remarks().forEach(remark -> text.wrapped("! " + remark, "  "));
        text.line("");
        text.headlines(page.headlines());
        page.sections().forEach(text::section);
        text.line("");
        text.wrapped(page.imprint(), "");
        return text.out.toString();
    }

    private void headlines(List<Headline> headlines) {
        int label =
                headlines.stream().mapToInt(line -> line.label().length()).max().orElse(0);
        int value =
                headlines.stream().mapToInt(line -> line.value().length()).max().orElse(0);
        for (Headline headline : headlines) {
            wrapped(
                    padded(headline.label(), label, false)
                            + GAP
                            + padded(headline.value(), value, true)
                            + GAP
                            + headline.note(),
                    " ".repeat(label + value + 2 * GAP.length()));
        }
    }

    private void section(Section section) {
        line("");
        line(section.title().toUpperCase(Locale.ROOT));
        section.notes().forEach(note -> wrapped(note, ""));
        section.grids().forEach(this::grid);
    }

    private void grid(Grid grid) {
        line("");
        if (!grid.caption().isEmpty()) {
            line(grid.caption());
        }
        if (grid.rows().isEmpty()) {
            line(grid.empty());
            return;
        }
        List<Integer> shown = IntStream.range(0, grid.columns().size())
                .filter(i -> !grid.columns().get(i).picture())
                .boxed()
                .toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(shown.stream().map(i -> grid.columns().get(i).title()).toList());
        for (List<Cell> row : grid.rows()) {
            rows.add(shown.stream().map(i -> Visible.line(row.get(i).text())).toList());
        }
        List<Boolean> right =
                shown.stream().map(i -> grid.columns().get(i).number()).toList();
        int[] widths = widths(rows);
        rows.forEach(row -> row(row, widths, right));
    }

    /** A row with long last cells continues in the next line. */
    private void row(List<String> cells, int[] widths, List<Boolean> right) {
        List<List<String>> lines = IntStream.range(0, widths.length)
                .mapToObj(i -> split(cells.get(i), widths[i]))
                .toList();
        int height = lines.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < height; line++) {
            int number = line;
            line(IntStream.range(0, widths.length)
                    .mapToObj(i -> padded(
                            number < lines.get(i).size() ? lines.get(i).get(number) : "", widths[i], right.get(i)))
                    .collect(Collectors.joining(GAP)));
        }
    }

    /** Column widths by content; if too wide in total, the widest column is reduced. */
    private static int[] widths(List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(i ->
                        rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
                .toArray();
        while (total(widths) > WIDTH) {
            int widest = IntStream.range(0, widths.length)
                    .reduce((a, b) -> widths[a] >= widths[b] ? a : b)
                    .orElse(0);
            if (widths[widest] <= LEAST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static int total(int[] widths) {
        return IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
    }

    private void wrapped(String text, String indent) {
        List<String> lines = split(text, WIDTH);
        line(lines.get(0));
        if (lines.size() > 1) {
            String rest = text.substring(lines.get(0).length()).strip();
            split(rest, WIDTH - indent.length()).forEach(line -> line(indent + line));
        }
    }

    /** Wraps at blanks, and inside words that are too long. */
    private static List<String> split(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int cut = blank > 0 ? blank : width;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        lines.add(rest);
        return lines;
    }

    private static String padded(String text, int width, boolean right) {
        String space = " ".repeat(Math.max(0, width - text.length()));
        return right ? space + text : text + space;
    }

    private void line(String text) {
        out.append(Visible.line(text.stripTrailing())).append('\n');
    }
}
