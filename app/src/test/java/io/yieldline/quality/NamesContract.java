package io.yieldline.quality;

import static io.yieldline.quality.Finding.warn;
import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names are alike without case and blanks wherever rules meet records, and checks name what does not fit together. */
abstract class NamesContract {
    private static final String HEADER =
            "SN,PN,Model,Workstation Name,History station start time,History station end time,Service Flow,"
                    + "History station passing status";
    private static final String YIELDS = "select string_agg(model || ' ' || station || ' ' || passed || '/' || (passed"
            + " + failed), ', ' order by model, station) from station_yield_daily";
    private static final String ROLLED = "select string_agg(model || ' ' || kind || ' ' || station || ' ' || passed"
            + " || '/' || judged, ', ' order by model, kind, station) from rolled_yield_factor where grain = 'day'";

    @TempDir
    Path temp;

    private CheckedPlant plant;

    /** A new, empty warehouse. */
    abstract Warehouse warehouse();

    @BeforeEach
    void open() {
        plant = CheckedPlant.empty(warehouse(), temp);
        plant.rule("yield_models: [Tesla SXM4, Tesla SXM5, SXM6]", "yield_models: [A, Model B]");
        plant.rule("  Tesla SXM4: [VI2, ASSY2, FI, FQC]\n", "  A: [FCT, End Test]\n");
        plant.rule("  Tesla SXM5: [BBD, ASSY2, FI, FQC]\n", "");
        plant.rule("  SXM6: [BBD, ASSY2, FI, FQC]\n", "");
        plant.rule("  Tesla SXM4: \"506\"\n  Tesla SXM5: \"520\"\n", "  model b: \"506\"\n");
    }

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void aModelInAnotherCaseHasYieldsAndIsNamed() {
        load(
                "M1,PN-A,A,FCT,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass",
                "M2,PN-a,a,FCT,2025-06-03 10:00:00,2025-06-03 10:05:00,NPI,Fail",
                "M3,PN-A,A,FCT,2025-06-03 11:00:00,2025-06-03 11:05:00,NPI,Fail",
                "M4,PN-A,A,PACKING,2025-06-03 11:00:00,2025-06-03 11:05:00,NPI,Pass");
        assertThat(plant.text(YIELDS)).isEqualTo("A FCT 1/2, A PACKING 1/1, a FCT 0/1");
        assertThat(plant.text(ROLLED))
                .as("spellings of a model count together")
                .isEqualTo("A complete FCT 1/3, A complete PACKING 1/1, A focused END TEST 0/0, A focused FCT 1/3");
        assertThat(plant.check("spellings").findings())
                .containsExactly(
                        warn("workstation.model: \"A\" (3 records) and \"a\" (1 record) differ only in case or blanks;"
                                + " correct all but one in the MES and export them again"),
                        warn(
                                "workstation.part_number: \"PN-A\" (3 records) and \"PN-a\" (1 record) differ only in case or"
                                        + " blanks; correct all but one in the MES and export them again"));
        assertThat(plant.check("spellings")).returns(2L, CheckReport::failing);
        assertThat(plant.check("models_without_yields").findings()).isEmpty();
    }

    @Test
    void blanksInANameDoNotMatter() {
        load(
                "M1,P1,MODEL  B,Packing ,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass",
                "M2,P1,modelb,PACK ING,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,p ass",
                "M2,P1,Model B,TEST,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass",
                "M3,P1,A,EndTest,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass");
        assertThat(plant.text("select cast(sum(packed) as varchar(9)) from packing_daily"))
                .isEqualTo("2");
        assertThat(plant.text("select cast(sum(passed) as varchar(9)) from sort_test_daily"))
                .isEqualTo("1");
        assertThat(plant.text(ROLLED))
                .contains("A focused END TEST 1/1", "Model B complete")
                .doesNotContain("modelb");
    }

    @Test
    void flowsAndStationsOfTheScopeDoToo() {
        load(
                "M1,P1,A,FCT,2025-06-03 09:00:00,2025-06-03 09:05:00,nc sort,Pass",
                "M2,P1,A,FCT,2025-06-03 09:00:00,2025-06-03 09:05:00,NCSORT,Pass",
                "M3,P1,A,sor ting,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass",
                "M4,P1,A,FCT,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass");
        assertThat(plant.text(YIELDS)).isEqualTo("A FCT 1/1");
    }

    @Test
    void lettersOfOtherAlphabetsToo() {
        plant.rule("packing: [PACKING]", "packing: [Endprüfung, Упаковка]");
        load(
                "M1,P1,A,ENDPRÜFUNG,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass",
                "M2,P1,A,Endprüfung,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass",
                "M3,P1,A,УПАКОВКА,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass");
        assertThat(plant.text("select cast(sum(packed) as varchar(9)) from packing_daily"))
                .isEqualTo("3");
        assertThat(plant.check("spellings").findings())
                .containsExactly(
                        warn("workstation.station: \"ENDPRÜFUNG\" (1 record) and \"Endprüfung\" (1 record) differ only"
                                + " in case or blanks; correct all but one in the MES and export them again"));
    }

    @Test
    void modelsWithoutYieldsAreNamed() {
        load(
                "M1,P1,A,FCT,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass",
                "M2,P1,C 1,FCT,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass",
                "M3,P1,C 1,FCT,2025-06-03 10:00:00,2025-06-03 10:05:00,NPI,Pass",
                "M4,P1,D,FCT,2025-06-03 09:00:00,2025-06-03 09:05:00,RO,Pass");
        assertThat(plant.check("models_without_yields"))
                .returns(
                        List.of(warn("model C 1 has 2 records in production scope and no yields; add it under"
                                + " yield_models in rules.yaml, then run: yieldline aggregate")),
                        CheckReport::findings)
                .returns(2L, CheckReport::failing)
                .returns(3L, CheckReport::total);
        plant.define(plant.home().checks(), "models_without_yields.yaml", """
                {name: models_without_yields, title: t, dimension: completeness, severity: warn,
                 kind: models_without_yields, options: {without_yields: [c1]}}
                """);
        assertThat(plant.check("models_without_yields").findings()).isEmpty();
    }

    @Test
    void emptyMartsNameTheirRule() {
        load("M1,P1,C,FCT,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass");
        assertThat(plant.check("empty_marts").findings())
                .extracting(Finding::message)
                .containsExactly(
                        "mart station_yield_daily is empty although workstation_master_log has 1 record: yield_models (A,"
                                + " Model B) leaves out all of them, whose model is C; correct rules.yaml, then run:"
                                + " yieldline aggregate",
                        "mart unit_first_pass_daily is empty although workstation_master_log has 1 record: yield_models"
                                + " (A, Model B) leaves out all of them, whose model is C; correct rules.yaml, then run:"
                                + " yieldline aggregate",
                        "mart station_yield_weekly is empty although workstation_master_log has 1 record: yield_models"
                                + " (A, Model B) leaves out all of them, whose model is C; correct rules.yaml, then run:"
                                + " yieldline aggregate",
                        "mart packed_units_daily is empty although workstation_master_log has 1 record: stations.packing"
                                + " (PACKING) leaves out all of them, whose station is FCT; correct rules.yaml, then run:"
                                + " yieldline aggregate",
                        "mart packing_daily is empty although workstation_master_log has 1 record: stations.packing"
                                + " (PACKING) leaves out all of them, whose station is FCT; correct rules.yaml, then run:"
                                + " yieldline aggregate",
                        "mart sort_test_daily is empty although workstation_master_log has 1 record: stations.sort_test"
                                + " (TEST) leaves out all of them, whose station is FCT; correct rules.yaml, then run:"
                                + " yieldline aggregate");
    }

    @Test
    void aListThatIsEmptySaysThatThePlantHasNone() {
        plant.rule("sort_test: [TEST]", "sort_test: []");
        load(
                "M1,P1,A,FCT,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass",
                "M1,P1,A,PACKING,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass");
        assertThat(plant.check("empty_marts")).returns(List.of(), CheckReport::findings);
    }

    /** The scope of this plant leaves out records without flow. */
    @Test
    void aBlankFlowIsNamedWhereItEmptiesMarts() {
        load(
                "M1,P1,A,FCT,2025-06-03 09:00:00,2025-06-03 09:05:00,,Pass",
                "M1,P1,A,PACKING,2025-06-03 09:00:00,2025-06-03 09:05:00,,Pass");
        assertThat(plant.check("empty_marts").findings())
                .extracting(Finding::message)
                .contains("mart station_yield_daily is empty although workstation_master_log has 2 records:"
                        + " production_scope (blank_flow: out, excluded_flows: [NC Sort, RO], excluded_stations:"
                        + " [SORTING]) leaves out all of them, whose flow is (blank); correct rules.yaml, then run:"
                        + " yieldline aggregate");
    }

    @Test
    void namesOfTheRulesThatNeverOccur() {
        plant.define(plant.home().checks(), "rule_names.yaml", """
                {name: rule_names, title: t, dimension: validity, severity: warn, kind: rule_names,
                 options: {fewest_records: 1, awaited: [model B]}}
                """);
        plant.rule("convert_zones: true\n", """
                convert_zones: true
                targets: [{packed: 9, model: C}, {yield: 95, station: FTC}]
                annotations: [{from: 2025-06-03, note: n, model: a, station: PACKNG}]
                """);
        load(
                "M1,P1,a,FCT,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass",
                "M1,P1,A,packing,2025-06-03 09:00:00,2025-06-03 09:05:00,N C Sort,fail");
        assertThat(plant.check("rule_names").findings().stream()
                        .map(finding -> finding.message().replaceAll("; the most similar.*", "")))
                .containsExactly(
                        "focused_rolled_yield of A: no record has the station End Test",
                        "stations.sort_test: no record has the station TEST",
                        "production_scope.excluded_stations: no record has the station SORTING",
                        "complete_rolled_yield.excluded_stations: no record has the station SCRAP",
                        "production_scope.excluded_flows: no record has the flow RO",
                        "verdicts: no record has the status scrap",
                        "verdicts: no record has the status serving",
                        "targets: no record has the model C",
                        "targets: no record has the station FTC",
                        "annotations: no record has the station PACKNG",
                        "failure_codes.EC317: no record has the model Tesla SXM5");
    }

    /** An own definition of the workstation feed may have no column for the flow, or none for the status. */
    @Test
    void aFeedWithoutFlowCountsAsBlankFlow() {
        String feed = "{feed: workstation, title: Own, zone: plant, columns: {"
                + "serial_number: {header: [SN], type: identifier, required: value, use: identity},"
                + " model: {header: [Model], required: column},"
                + " station: {header: [Step], required: value, use: identity},"
                + " started_at: {header: [End], type: timestamp, use: identity, when_blank: ended_at},"
                + " ended_at: {header: [Finished], type: timestamp, required: value, use: identity}%s}}";
        plant.define(
                plant.home().feeds(),
                "workstation.yaml",
                feed.formatted(", status: {header: [Result], required: column}"));
        plant.rule("blank_flow: out", "blank_flow: in");
        loadFile("own.csv", "SN,Model,Step,Finished,Result", "M1,A,FCT,2025-06-03 09:05:00,Pass");
        assertThat(plant.text(YIELDS)).isEqualTo("A FCT 1/1");
        plant.define(plant.home().feeds(), "workstation.yaml", feed.formatted(""));
        plant.rule("blank_status: none", "blank_status: fail");
        loadFile("other.csv", "SN,Model,Step,Finished", "M2,A,FCT,2025-06-03 09:05:00");
        assertThat(plant.text(YIELDS)).isEqualTo("A FCT 1/2");
    }

    /** A scanner's prefix stands before a serial number; a dash in it may tell it from another. */
    @Test
    void aSerialNumberThatBecameThatOfAnotherIsNamed() {
        load(
                "*AB1,P1,A,FCT,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass",
                "AB1,P1,A,FCT,2025-06-03 10:00:00,2025-06-03 10:05:00,NPI,Pass",
                "C-12,P1,A,FCT,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass",
                "C-12,P1,A,FCT,2025-06-03 10:00:00,2025-06-03 10:05:00,NPI,Pass",
                "D-12,P1,A,FCT,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass",
                "D1-2,P1,A,FCT,2025-06-03 10:00:00,2025-06-03 10:05:00,NPI,Pass",
                "]E.1,P1,A,FCT,2025-06-03 09:00:00,2025-06-03 09:05:00,NPI,Pass",
                "E1,P1,A,FCT,2025-06-03 10:00:00,2025-06-03 10:05:00,NPI,Pass");
        CheckReport report = plant.check("serial_spellings");
        assertThat(report.findings())
                .containsExactly(
                        warn("workstation: 3 of 8; serial numbers that differ only in punctuation are one unit; list"
                                + " them with: yieldline check serial_spellings --details; if they are different units, remove"
                                + " clean from serial_number in a copy of the feed"));
        assertThat(report.details().rows())
                .extracting(row -> row.get(1) + " " + row.get(2))
                .containsExactlyInAnyOrder("D12 D-12", "D12 D1-2", "E1 E.1");
    }

    private void load(String... rows) {
        loadFile("names.csv", Stream.concat(Stream.of(HEADER), Stream.of(rows)).toArray(String[]::new));
    }

    private void loadFile(String name, String... lines) {
        try {
            Files.writeString(temp.resolve(name), Stream.of(lines).collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        plant.prepare();
        plant.load(temp.resolve(name));
        plant.refresh();
    }
}
