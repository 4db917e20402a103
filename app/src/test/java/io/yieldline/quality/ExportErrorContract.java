package io.yieldline.quality;

import static io.yieldline.quality.Finding.warn;
import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What loading cleans, leaves out or refuses is seen by a check as well, for as long as it holds. */
abstract class ExportErrorContract {
    private static final String HEADER =
            "SN,PN,Model,Workstation Name,History station start time,History station end time,Service Flow,"
                    + "History station passing status";
    private static final String RECORD = "165402500000%d,PN-A,A,FCT,2025-04-15 09:00:00,2025-04-15 09:05:00,NPI,%s";
    private static final List<String> CHECKS =
            List.of("cleaned_cells", "unread_tables", "changed_columns", "parked_exports");

    @TempDir
    Path temp;

    private CheckedPlant plant;

    /** A new, empty warehouse. */
    abstract Warehouse warehouse();

    @BeforeEach
    void open() throws IOException {
        plant = CheckedPlant.empty(warehouse(), temp);
        plant.load(csv("good.csv", HEADER, RECORD.formatted(1, "Pass")));
        assertThat(CHECKS)
                .allSatisfy(check -> assertThat(plant.check(check).findings()).isEmpty());
    }

    @AfterEach
    void close() {
        plant.close();
    }

    private Path csv(String name, String... lines) throws IOException {
        return Files.writeString(temp.resolve(name), String.join("\r\n", lines) + "\r\n");
    }

    @Test
    void cellsThatWereCleaned() throws IOException {
        plant.load(csv("blanks.csv", HEADER, RECORD.formatted(2, "Pass\u00a0")));
        assertThat(plant.check("cleaned_cells"))
                .returns(1L, CheckReport::failing)
                .extracting(CheckReport::findings)
                .isEqualTo(
                        List.of(warn("1 of 2; cells of these exports were read as people see them; what was cleaned is"
                                + " listed for each export; correct it in the MES or its export")));
    }

    @Test
    void tablesThatWereNotRead() throws IOException {
        plant.load(csv("two.csv", "Line,Total,Failed", "L1,20,1", "L2,22,3", "", HEADER, RECORD.formatted(2, "Pass")));
        assertUnread(1, 2);
    }

    @Test
    void textsBesideTheTable() throws IOException {
        plant.load(csv("shifted.csv", HEADER, RECORD.formatted(2, "Pass,late")));
        plant.load(csv("beside.csv", HEADER + ",,SN,Remark", RECORD.formatted(3, "Pass,,1,late")));
        assertUnread(2, 3);
    }

    private void assertUnread(long exports, long of) {
        assertWarned(
                "unread_tables",
                exports,
                of,
                "parts of these exports have no header of the feed, and are not loaded; if their rows are records, export them"
                        + " under that header, or in a file of their own");
    }

    /** Once each: a plant may have columns that it does not need. */
    @Test
    void unknownColumns_inTheFirstExportThatHasThem() throws IOException {
        plant.load(csv("a.csv", HEADER + ",Colour", RECORD.formatted(2, "Pass,red")));
        plant.load(csv("b.csv", HEADER + ",Colour", RECORD.formatted(3, "Pass,red")));
        plant.load(csv("c.csv", HEADER + ",Colour,Size", RECORD.formatted(4, "Pass,red,1")));
        assertChanged(2, 4);
    }

    /** What no export had is not missed, but what one had is. */
    @Test
    void missingColumns_inTheFirstExportThatLacksThem() throws IOException {
        plant.load(csv("a.csv", HEADER, RECORD.formatted(2, "Pass")));
        assertChanged(0, 2);
        plant.load(csv("b.csv", HEADER + ",operator", RECORD.formatted(3, "Pass,Ann")));
        plant.load(csv("c.csv", HEADER, RECORD.formatted(4, "Pass")));
        plant.load(csv("d.csv", HEADER + ",TAT,Hours,day", RECORD.formatted(5, "Pass,1,2,3")));
        assertChanged(1, 5);
    }

    private void assertChanged(long exports, long of) {
        assertWarned(
                "changed_columns",
                exports,
                of,
                "from these exports on, columns have no place in the feed, or are missing; if one has a new name, add it to the"
                        + " headers in the feed; name a new one there, with use: ignore if nobody needs it; and export missing ones"
                        + " again");
    }

    private void assertWarned(String check, long exports, long of, String advice) {
        assertThat(plant.check(check))
                .returns(exports, CheckReport::failing)
                .returns(of, CheckReport::total)
                .extracting(CheckReport::findings)
                .isEqualTo(exports == 0 ? List.of() : List.of(warn(exports + " of " + of + "; " + advice)));
    }

    @Test
    void exportsThatAreParked_untilTheyAreLoaded() throws IOException {
        plant.load(csv("digits.csv", HEADER, RECORD.formatted(2, "Pass").replace("1654025000002", "1.65403E+12")));
        assertThat(plant.check("parked_exports"))
                .returns(1L, CheckReport::failing)
                .returns(2L, CheckReport::total)
                .extracting(CheckReport::findings)
                .isEqualTo(List.of(
                        warn("1 of 2; these exports are parked, none of their rows is loaded; see what to do with:"
                                + " yieldline rejects --parked")));
    }
}
