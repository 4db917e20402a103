package io.yieldline.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedYamlTest {
    private static final String PRESS = """
            feed: press
            title: Presses
            zone: Asia/Shanghai
            columns:
              serial_number: {header: [SN], required: value, use: identity, clean: letters_and_digits}
              station: {header: [Station], required: value, use: identity}
              started_at: {header: [Start], type: timestamp, use: identity, when_blank: ended_at}
              ended_at: {header: [End], type: timestamp, required: value, use: identity}
              status: {header: [Status, Result]}
              force: {header: [Force], type: decimal, use: attribute}
            """;

    @TempDir
    Path folder;

    @Test
    void definition_isReadWithItsDefaults() {
        Feed feed = FeedYaml.feed(YamlNode.parse("press.yaml", PRESS));

        assertThat(feed.zone()).hasToString("Asia/Shanghai");
        assertThat(feed.column("status").orElseThrow())
                .isEqualTo(new Column(
                        "status",
                        List.of("Status", "Result"),
                        ColumnType.TEXT,
                        Column.Required.NO,
                        Column.Use.CONTENT,
                        false,
                        null));
        assertThat(feed.derivedColumns())
                .contains(Derived.VERDICT)
                .doesNotContain(Derived.IN_SCOPE, Derived.ERROR_CODE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            feed: press ~ feed: Press ~ 1: "Press" is not a valid feed name; use lower-case letters, digits and _
            title: Presses ~ titel: Presses ~ 2: unknown key "titel"; valid values: feed, title, zone, blanks, columns
            title: Presses ~ `` ~ 1: "title" is missing
            Asia/Shanghai ~ Asia/Shangai ~ 3: "Asia/Shangai" is not a valid time zone; write a name such as America/New_York, or plant
            force: ~ Force: ~ 10: "Force" is not a valid column name; use lower-case letters, digits and _
            force: ~ verdict: ~ 10: "verdict" is reserved by Yieldline; choose another name
            force: ~ order: ~ 10: "order" is an SQL keyword and not a valid column name; choose another name
            force: ~ export_id: ~ 10: "export_id" is reserved by Yieldline; choose another name
            [Force] ~ Force ~ 10: must be a list
            [Force] ~ [] ~ 10: must list at least one header, each with a letter or digit
            [Force] ~ ["--"] ~ 10: must list at least one header, each with a letter or digit
            [Force] ~ [s.n.] ~ 10: header "s.n." belongs to column "serial_number" already
            decimal ~ float ~ 10: "float" is not one of decimal, identifier, integer, text, timestamp
            attribute ~ extra ~ 10: "extra" is not one of identity, content, attribute, ignore
            required: value, use: identity, clean ~ required: yes, use: identity, clean ~ 5: "yes" is not one of no, column, value
            letters_and_digits ~ digits ~ 5: "digits" is not one of letters_and_digits
            use: attribute ~ used: attribute ~ 10: unknown key "used"; valid values: header, type, required, use, clean, when_blank
            when_blank: ended_at ~ when_blank: end ~ 7: there is no column "end"
            force: ~ status: ~ 10: "status" appears twice; keep one
            status: {header: [Status, Result]} ~ status: {header: [Status], type: integer} ~ 9: "status" must be text, because verdicts depend on it
            status: {header: [Status, Result]} ~ status: {header: [Status], use: attribute} ~ 9: "status" must not have use: attribute, because verdicts depend on it
            [Start], type: timestamp ~ [Start] ~ 7: "started_at" must have type timestamp
            type: timestamp, use: identity, when_blank: ended_at ~ type: timestamp, use: identity ~ 7: "started_at" must have required: value, or when_blank with a column that has
            when_blank: ended_at ~ when_blank: status ~ 7: "status" has another type and cannot replace it
            [Station], required: value, use: identity ~ [Station], required: value ~ 6: "station" must have use: identity, because it distinguishes events
            station: ~ place: ~ 5: column "station" is missing; every feed needs these columns: serial_number, station, started_at, ended_at
            """)
    void wrongDefinition_isRefusedWithItsLine(String from, String to, String message) {
        assertThat(PRESS).contains(from);
        YamlNode yaml = YamlNode.parse("press.yaml", PRESS.replace(from, to));

        assertThatThrownBy(() -> FeedYaml.feed(yaml))
                .isInstanceOf(UserError.class)
                .hasMessage("press.yaml:" + message);
    }

    @Test
    void definitionInTheHome_replacesTheBuiltInOneOfItsName() throws IOException {
        Files.writeString(folder.resolve("own.yaml"), PRESS.replace("feed: press", "feed: snfn"));
        Files.writeString(folder.resolve("press.yml"), PRESS);
        Files.writeString(folder.resolve("notes.txt"), "nothing");

        Feeds feeds = Feeds.of(folder);
        assertThat(feeds.all()).extracting(Feed::name).containsExactly("workstation", "testboard", "snfn", "press");
        assertThat(feeds.named("snfn").title()).isEqualTo("Presses");
    }

    @Test
    void wrongDefinitionInTheHome_isAWrongUsage() throws IOException {
        Path file = Files.writeString(folder.resolve("own.yaml"), "feed: [");

        assertThatThrownBy(() -> Feeds.of(folder))
                .hasMessageStartingWith(file + ":")
                .extracting(error -> ((UserError) error).exitCode())
                .isEqualTo(ExitCode.USAGE);
    }
}
