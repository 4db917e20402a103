package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.api.auth.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What checks have found, as the API tells it. */
class CheckRoutesTest {
    @Test
    void failingRowsNameFiles_butNoDirectoryOfThisMachine(@TempDir Path temp) {
        try (ServedPlant plant = ServedPlant.on(temp)) {
            keep(plant, 1, "serial_number=17, file=/srv/mes/exports/a report.xlsx");
            keep(plant, 2, "file=C:\\mes\\b.xls, station=FI, note=and/or");

            String[] analyst = plant.as(Role.ANALYST);
            assertThat(plant.get("/checks/blanks/rows?format=csv", analyst).text())
                    .contains("\"serial_number=17, file=a report.xlsx\"")
                    .contains("\"file=b.xls, station=FI, note=and/or\"");
            assertThat(plant.get("/checks/blanks/rows", analyst).text()).doesNotContain("srv", "C:");
            assertThat(plant.get("/checks/blanks/rows", plant.as(Role.VIEWER)).status())
                    .isEqualTo(403);
        }
    }

    private static void keep(ServedPlant plant, int position, String cells) {
        plant.warehouse()
                .writeAll(session -> session.execute(
                        "insert into check_row values (1, 'blanks', ?, 1, ?, ?)", position, position + 1, cells));
    }
}
