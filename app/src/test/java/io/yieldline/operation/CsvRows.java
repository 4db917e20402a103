package io.yieldline.operation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.yieldline.warehouse.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a CSV file as a set, cells compared as what they say: 100.0 is 100.00, and JSON has no order of keys. */
record CsvRows(List<String> columns, List<String> rows) {
    static CsvRows of(Path file) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            List<List<String>> records = csv.stream().map(CsvRecord::getFields).toList();
            return new CsvRows(records.get(0), sorted(records.stream().skip(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same columns of another table, compared in the same way. */
    List<String> same(Table table) {
        List<Integer> places =
                columns.stream().map(column -> table.columns().indexOf(column)).toList();
        return sorted(table.rows().stream()
                .map(row -> places.stream().map(i -> CsvTable.text(row.get(i))).toList()));
    }

    private static List<String> sorted(Stream<List<String>> rows) {
        return rows.map(row -> row.stream().map(CsvRows::canonical).collect(Collectors.joining(" | ")))
                .sorted()
                .toList();
    }

    private static String canonical(String cell) {
        if (cell.startsWith("{") || cell.startsWith("[")) {
            return canonical(JsonMapper.shared().readTree(cell));
        }
        return cell.matches("-?[0-9]+([.][0-9]+)?") ? number(cell) : cell;
    }

    private static String canonical(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, String> entries = new TreeMap<>();
            node.properties().forEach(entry -> entries.put(entry.getKey(), canonical(entry.getValue())));
            return entries.toString();
        }
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(canonical(item)));
            return items.toString();
        }
        return canonical(node.asString());
    }

    private static String number(String text) {
        return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }
}
