package io.yieldline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.plant.Profile;
import io.yieldline.plant.Rules;
import io.yieldline.source.Row;
import io.yieldline.source.Row.Kind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tests on single rows of the built-in feeds in a plant in New York. */
abstract class RecordParserSuite {
    static final String START = "History station start time";
    static final String END = "History station end time";
    static final String STATUS = "History station passing status";
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    Rules rules = Rules.ofProfile(Profile.PLANT);

    @Nullable
    RecordParser parser;

    Parsed workstation(Map<String, String> changes) {
        return parse("workstation", cells("workstation", changes), Kind.TEXT, "");
    }

    Parsed testboard(Map<String, String> changes) {
        return parse("testboard", cells("testboard", changes), Kind.TEXT, "");
    }

    static Map<String, String> cells(String feed, Map<String, String> changes) {
        Map<String, String> cells = new LinkedHashMap<>();
        Feeds.builtIn().named(feed).columns().forEach(column -> cells.put(column.header(), null));
        cells.put("SN", "1321025000001");
        cells.put("Workstation Name", "VI2");
        cells.put(START, "2025-04-01 07:00:00");
        cells.put(END, "2025-04-01 08:00:00");
        cells.put(STATUS, "Pass");
        cells.put("operator", "Ann");
        changes.forEach((header, cell) -> cells.put(known(cells, header), cell.isEmpty() ? null : cell));
        return cells;
    }

    static String known(Map<String, String> cells, String header) {
        return cells.keySet().stream()
                .filter(header::equalsIgnoreCase)
                .findFirst()
                .orElseThrow();
    }

    Parsed parse(String feed, Map<String, String> cells, Kind kind, String header) {
        List<String> headers = new ArrayList<>(cells.keySet());
        Kind[] kinds = new Kind[headers.size()];
        Arrays.setAll(kinds, i -> headers.get(i).equals(header) ? kind : Kind.TEXT);
        HeaderMatch match = Feeds.builtIn().match(headers);
        assertThat(match.feed().name()).isEqualTo(feed);
        parser = new RecordParser(match, rules, NEW_YORK);
        return parser.parse(new Row(7, cells.values().toArray(String[]::new), kinds));
    }

    static String value(Parsed parsed, String column) {
        assertThat(parsed).isInstanceOf(Record.class);
        Record record = (Record) parsed;
        Feed feed = Feeds.builtIn().named(ofTestBoard(record) ? "testboard" : "workstation");
        return String.valueOf(record.values()[names(feed).indexOf(column)]);
    }

    static boolean ofTestBoard(Record record) {
        return record.values().length
                == names(Feeds.builtIn().named("testboard")).size();
    }

    static List<String> names(Feed feed) {
        List<String> names = new ArrayList<>();
        feed.storedColumns().forEach(column -> names.add(column.name()));
        feed.derivedColumns().forEach(column -> names.add(column.column()));
        return names;
    }

    static String message(Parsed parsed) {
        assertThat(parsed).isInstanceOf(Rejection.class);
        return ((Rejection) parsed).message();
    }
}
