package io.yieldline.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Where the table stands: below titles, in any order of columns, with headers again on each page, in several sheets. */
final class Layout {
    private final Random random;
    private final List<String> header;
    private final List<Integer> order;
    private final boolean extra;
    private final boolean twoSheets;
    private final boolean summaryFirst;

    Layout(Random random, ExportForm form, List<String> header) {
        this.random = random;
        this.header = header;
        this.order = new ArrayList<>(IntStream.range(0, header.size()).boxed().toList());
        if (random.nextBoolean()) {
            Collections.shuffle(order, random);
        }
        this.extra = random.nextInt(3) == 0;
        this.twoSheets = form.workbook() && random.nextInt(3) == 0;
        this.summaryFirst = form.workbook() && random.nextInt(3) == 0;
    }

    /** The rows as tables, one for each sheet. */
    List<List<List<Object>>> tables(List<List<Object>> rows) {
        List<List<List<Object>>> tables = new ArrayList<>();
        if (summaryFirst) {
            tables.add(List.of(List.of("Report", "Output by station"), List.of("Rows", rows.size())));
        }
        int cut = twoSheets ? rows.size() / 2 : rows.size();
        tables.add(table(rows.subList(0, cut)));
        if (twoSheets) {
            tables.add(table(rows.subList(cut, rows.size())));
        }
        return tables;
    }

    /** The names of the sheets. */
    List<String> sheets() {
        List<String> names = new ArrayList<>(summaryFirst ? List.of("Summary") : List.of());
        names.add("Export");
        names.addAll(twoSheets ? List.of("Export (2)") : List.of());
        return names;
    }

    private List<List<Object>> table(List<List<Object>> rows) {
        List<List<Object>> table = new ArrayList<>();
        for (int title = random.nextInt(3); title > 0; title--) {
            table.add(List.of("Report of the MES"));
        }
        table.add(ordered(header, "Remark"));
        int page = random.nextInt(3) == 0 ? 5 : Integer.MAX_VALUE;
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0 && i % page == 0) {
                table.add(ordered(header, "Remark"));
            }
            table.add(ordered(rows.get(i), "none"));
        }
        if (random.nextInt(3) == 0) {
            table.add(ordered(total(rows.size()), null));
        }
        return table;
    }

    private List<?> total(int rows) {
        List<Object> cells = new ArrayList<>(Collections.nCopies(header.size(), null));
        cells.set(order.get(0), "Total");
        cells.set(order.get(1), rows);
        return cells;
    }

    private List<Object> ordered(List<?> cells, Object more) {
        List<Object> row =
                new ArrayList<>(order.stream().<Object>map(cells::get).toList());
        if (extra) {
            row.add(2, more);
        }
        return row;
    }
}
