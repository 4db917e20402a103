package io.yieldline.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.warehouse.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which rows of an export collide, with each other or with what is loaded. */
abstract class DedupContract extends DebugSuite {
    DedupContract(Engine engine) {
        super(engine);
    }

    @Test
    void dedupNamesTheRowsThatCollide() {
        plant.load(TinyExport.write(folder));
        assertThat(withoutIdentity(look().dedup(changed(), false), "Rows that collide"))
                .containsExactly(
                        "5,1724009,FI,2025-04-15 10:00:00,2025-04-15 10:00:00,ID,repeated,row 4 of this file,",
                        "3,1724002,FI,2025-04-15 08:15:00,2025-04-15 08:15:00,ID,revised,export 1, row 3,status",
                        "2,1724001,FI,2025-04-15 08:05:00,2025-04-15 08:05:00,ID,identical,export 1, row 2,");
        assertThat(look().dedup(changed(), false).summary())
                .endsWith("; 1 collision with another row of this file, 2 with a loaded record");
    }

    @Test
    void dedupListsEveryRowIfAsked() {
        plant.load(TinyExport.write(folder));
        assertThat(withoutIdentity(look().dedup(changed(), true), "Rows and their events"))
                .containsExactly(
                        "2,1724001,FI,2025-04-15 08:05:00,2025-04-15 08:05:00,ID,identical,export 1, row 2,",
                        "3,1724002,FI,2025-04-15 08:15:00,2025-04-15 08:15:00,ID,revised,export 1, row 3,status",
                        "4,1724009,FI,2025-04-15 10:00:00,2025-04-15 10:00:00,ID,new,,",
                        "5,1724009,FI,2025-04-15 10:00:00,2025-04-15 10:00:00,ID,repeated,row 4 of this file,",
                        "6,1724009,PACKING,2025-04-20 10:00:00,2025-04-20 10:00:00,ID,new,,");
    }

    /** Of 61 rows, the only collision is behind the first 50. */
    @Test
    void dedupShowsACollisionWhereverItIs() {
        List<String> rows = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            rows.add(TinyExport.row("17240" + (10 + minute), "FI", "2025-04-15 10:%02d:00".formatted(minute), "Pass"));
        }
        rows.add(TinyExport.row("1724068", "FI", "2025-04-15 10:58:00", "Fail"));
        Path export = TinyExport.write(folder.resolve("many.csv"), rows.toArray(String[]::new));

        DebugResult answer = look().dedup(export, false);
        assertThat(lines(answer, "Rows that collide")).hasSize(1);
        assertThat(withoutIdentity(answer, "Rows that collide").get(0))
                .contains(",1724068,FI,")
                .endsWith(" of this file,status");
        assertThat(answer.summary())
                .isEqualTo(
                        "61 rows of feed workstation: 60 new, 0 identical, 0 revised, 0 outdated, 1 repeated, 0 rejected;"
                                + " 1 collision with another row of this file, 0 with a loaded record");
    }

    @Test
    void dedupOfALoadedFileDoesNotCollideWithItself() {
        Path export = TinyExport.write(folder);
        plant.load(export);
        DebugResult answer = look().dedup(export, false);
        assertThat(lines(answer, "Rows that collide")).isEmpty();
        assertThat(answer.summary())
                .endsWith("; 0 collisions with another row of this file, 0 with a loaded record; its bytes are already"
                        + " loaded as export 1: ingest would skip it");
    }
}
