package io.yieldline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.plant.Profile;
import io.yieldline.plant.Rules;
import io.yieldline.source.Row;
import io.yieldline.source.Row.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A measured value is stored as it is, or its row is rejected: it never becomes 0. */
class DecimalColumnTest {
    private static final String LEAK = """
            feed: leak
            title: Leakage
            zone: plant
            columns:
              serial_number: {header: [SN], required: value, use: identity}
              station: {header: [Station], required: value, use: identity}
              started_at: {header: [Start], type: timestamp, use: identity, when_blank: ended_at}
              ended_at: {header: [End], type: timestamp, required: value, use: identity}
              current: {header: [Current], type: decimal}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "0, 0.000000",
        "-0.000, 0.000000",
        "0.000001, 0.000001",
        "1.5E-6, ",
        "0.0000004, ",
        "-1e-9, ",
        "0.00012345, ",
        "0.000125, 0.000125",
        "0.0012345678, 0.001235",
        "3.14159265, 3.141593",
        "999999999999.5, 999999999999.500000",
        "1234567890123, ",
        "2E-3, 0.002000",
        "1E-999999999, ",
        "0E-999999999, 0.000000",
        "1E+999999999, "
    })
    void aNumber(String cell, String stored) throws IOException {
        Parsed parsed = parse(cell);
        if (stored == null) {
            assertThat(((Rejection) parsed).message())
                    .isEqualTo("row 7: Current \"" + cell + "\" does not fit a column of type decimal: 12 digits before"
                            + " the point, and 6 after it for numbers below 0.001; give the column the type text in its"
                            + " feed");
        } else {
            assertThat(((Record) parsed).values()[4]).hasToString(stored);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"low", "1.2.3", "0x1F", "Infinity"})
    void whatIsNoNumber(String cell) throws IOException {
        assertThat(((Rejection) parse(cell)).message())
                .isEqualTo("row 7: Current \"" + cell + "\" is not a valid number");
    }

    private Parsed parse(String cell) throws IOException {
        Files.writeString(folder.resolve("leak.yaml"), LEAK);
        HeaderMatch header = Feeds.of(folder).match(List.of("SN", "Station", "Start", "End", "Current"));
        String[] cells = {"1321025000001", "HIPOT", "2025-04-01 07:00:00", "2025-04-01 08:00:00", cell};
        Kind[] kinds = new Kind[cells.length];
        Arrays.fill(kinds, Kind.TEXT);
        return new RecordParser(header, Rules.ofProfile(Profile.PLANT), ZoneId.of("America/New_York"))
                .parse(new Row(7, cells, kinds));
    }
}
