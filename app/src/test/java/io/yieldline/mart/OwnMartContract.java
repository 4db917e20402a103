package io.yieldline.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import io.yieldline.explain.Explain;
import io.yieldline.plant.Home;
import io.yieldline.warehouse.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plant's own marts keep what every mart promises, and come and go with their files. */
abstract class OwnMartContract extends PlantContract {
    private static final String OPERATORS = "operator_daily";

    @TempDir
    Path home;

    private Marts marts;

    @BeforeEach
    void addMarts() {
        marts = OwnMartFiles.marts(home, OwnMartFiles.names());
        use(marts);
    }

    @Test
    void eachShapeIsAccepted() {
        assertThat(plant.marts().refused()).isEmpty();
        assertThat(plant.marts().own().stream().map(Mart::name))
                .containsExactlyInAnyOrderElementsOf(OwnMartFiles.names());
        assertThat(plant.marts().of(RefreshStep.PACKING))
                .containsExactly("packed_units_daily", "packing_daily", "sort_test_daily", "flow_output_daily");
    }

    @Tag("random")
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aRefreshOfWhatChangedIsARebuildAndEveryNumberIsExplained(long seed) {
        RandomChanges changes = new RandomChanges(seed);
        try (SmallPlant rebuilt = new SmallPlant(open(), RULES)) {
            rebuilt.marts(marts);
            for (int i = 0; i < 12; i++) {
                changes.apply(plant, rebuilt);
                plant.refresh(changes.scope(RECENT));
            }
            plant.refresh(RECENT);
            rebuilt.refresh(new Scope.All());

            assertThat(marts.own()).allSatisfy(mart -> {
                assertThat(plant.rows(mart.name()))
                        .as("%s, seed %d", mart.name(), seed)
                        .isNotEmpty()
                        .isEqualTo(rebuilt.rows(mart.name()));
                assertThat(repeated(mart)).isEmpty();
                assertExplained(mart);
            });
        }
    }

    @Test
    void anotherSelectIsBuiltAgain() {
        plant.work("U1 SXM6 P1 FI 2025-04-08T08:00 REF pass", "U2 SXM6 P1 FI 2025-04-08T09:00 - fail");
        plant.refresh(RECENT);
        assertThat(plant.rows(OPERATORS)).containsExactly("2025-04-08|-|FI|1|1|0");

        change(OwnMartFiles.text(OPERATORS).replace("where in_scope\n", ""));
        plant.refresh(RECENT);
        assertThat(plant.rows(OPERATORS)).containsExactly("2025-04-08|-|FI|2|1|1");

        change(OwnMartFiles.text(OPERATORS).replace("passed", "good"));
        plant.refresh(RECENT);
        assertThat(plant.rows(OPERATORS)).containsExactly("2025-04-08|-|FI|1|1|0");
        assertThat(plant.rows("station_yield_daily")).isNotEmpty();
    }

    @Test
    void aMartWhoseFileIsGoneStaysUntilItIsDroppedAndMissesNothingWhenItComesBack() throws IOException {
        plant.work("U1 SXM6 P1 FI 2025-04-08T08:00 REF pass");
        plant.refresh(RECENT);
        Path file = home.resolve("marts").resolve(OPERATORS + ".sql");
        Files.delete(file);
        reload();
        plant.work("U2 SXM6 P1 FI 2025-04-09T08:00 REF pass");
        plant.refresh(RECENT);
        assertThat(removed()).containsExactly(OPERATORS);
        assertThat(plant.rows(OPERATORS)).hasSize(1);

        change(OwnMartFiles.text(OPERATORS));
        plant.refresh(RECENT);
        assertThat(removed()).isEmpty();
        assertThat(plant.rows(OPERATORS)).hasSize(2);

        Files.delete(file);
        reload();
        plant.warehouse.writeAll(session -> MartTables.drop(session, OPERATORS));
        assertThat(removed()).isEmpty();
        assertThatThrownBy(() -> plant.rows(OPERATORS)).hasMessageContaining(OPERATORS);
    }

    @Test
    void whatTheDatabaseDoesNotTakeIsRefusedWithFileAndLine() {
        refused(
                "where in_scope",
                "where in_skope",
                ":21: " + plant.warehouse.engine().label() + " refuses the SELECT: ");
        refused(
                "operator text",
                "operator integer",
                ":7: \"operator\" is integer by the header, and text by the SELECT");
    }

    @Test
    void aRefusedMartFailsAloneAndKeepsItsRows() {
        plant.work("U1 SXM6 P1 FI 2025-04-08T08:00 REF pass");
        plant.refresh(RECENT);
        change(OwnMartFiles.text(OPERATORS).replace("where in_scope", "where in_skope"));
        plant.work("U2 SXM6 P1 FI 2025-04-09T08:00 REF pass");

        assertThat(plant.refresh(RECENT))
                .filteredOn(result -> !result.succeeded())
                .extracting(Refreshed::mart)
                .containsExactly(OPERATORS);
        assertThat(plant.rows("station_hourly")).hasSize(2);
        assertThat(plant.rows(OPERATORS)).hasSize(1);
        assertThat(removed()).isEmpty();

        change(OwnMartFiles.text(OPERATORS));
        plant.refresh(RECENT);
        assertThat(plant.rows(OPERATORS)).hasSize(2);
    }

    private void refused(String text, String instead, String message) {
        change(OwnMartFiles.text(OPERATORS).replace(text, instead));
        UserError problem = plant.marts().refused(OPERATORS).orElseThrow().problem();
        assertThat(problem.getMessage())
                .startsWith(home.resolve("marts").resolve(OPERATORS + ".sql") + message)
                .doesNotContain("\n");
    }

    private void change(String text) {
        OwnMartFiles.write(home, OPERATORS, text);
        reload();
    }

    private void reload() {
        use(Marts.of(new Home(home)));
    }

    private void use(Marts declared) {
        plant.marts(declared);
        plant.marts(plant.refresh().accepted());
    }

    private List<String> removed() {
        return plant.warehouse.read(session -> MartTables.removed(session, plant.marts()));
    }

    private List<String> repeated(Mart mart) {
        String key = String.join(", ", mart.key());
        return plant.rows(
                "(select " + key + " from " + mart.name() + " group by " + key + " having count(*) > 1) repeated");
    }

    /** The first rows of a mart, each as a cell. */
    private void assertExplained(Mart mart) {
        Explain explain = new Explain(plant.warehouse, plant.marts());
        Table cells = plant.warehouse.read(session -> session.table("select " + String.join(", ", mart.key()) + " from "
                + mart.name() + " order by 1, 2 nulls last limit 5"));
        cells.rows().forEach(row -> {
            Map<String, String> cell = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                cell.put(mart.key().get(i), Objects.toString(row.get(i), ""));
            }
            assertThat(explain.explain(mart.name(), cell).addsUp())
                    .as("%s %s", mart.name(), cell)
                    .isTrue();
        });
    }
}
