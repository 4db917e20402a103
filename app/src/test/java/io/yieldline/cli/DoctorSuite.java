package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import io.yieldline.mart.Marts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests on a plant that doctor looks at after something went wrong. */
abstract class DoctorSuite {
    /** What doctor says where nothing is broken. */
    static final String SOUND =
            """
            ok      home        TEMP/plant, locked by this process
            ok      server      no server is running
            ok      disk        N megabytes free, 1,024 megabytes reserved
                      database N megabytes
            ok      inbox       no file is older than a day
            ok      archive     1 export present, with unchanged content
            ok      database    DuckDB, read to the last row, takes transactions
            ok      schema      tables and columns are those of this version
            ok      ledger      1 confirmed export, all in the ledger
            ok      master log  every row of every export is accounted for
            ok      marts       MARTS up to date, each recomputed
            warn    checks      passed, with 4 remarks
                      availability: feed workstation has no record on 2025-04-17; export that day again, or add it under closed_days
                      availability: feed workstation has no record on 2025-04-18; export that day again, or add it under closed_days
                      blanks: workstation.status: 1 of 5; correct these rows in the MES and export them again
                      empty_marts: mart sort_test_daily is empty although workstation_master_log has 5 records: stations.sort_test (TEST) \
            leaves out all of them, whose station is FI, PACKING; correct rules.yaml, then run: yieldline --home TEMP/plant aggregate
                      -> yieldline --home TEMP/plant check
            ok      runs        every run has ended
            ok      mail        every subscription can be sent
            ok      schedule    nothing is overdue
            warn    backups     there is no verified backup
                      -> yieldline --home TEMP/plant backup
            """.replace("MARTS", Counted.of(Marts.builtIn().all().size(), "mart"));

    @TempDir
    Path temp;

    Path home;
    Cli cli;

    @BeforeEach
    void load() {
        home = temp.resolve("plant");
        cli = Cli.counted(temp);
    }

    Path newExport() {
        return TinyExport.write(
                temp.resolve("new.csv"), TinyExport.row("1724003", "FI", "2025-04-15 11:05:00", "Pass"));
    }

    Path archived() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("archive"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    Ran run(String... words) {
        Ran ran = cli.run(words);
        String out = ran.out()
                .replaceAll("[0-9,]+ megabytes free", "N megabytes free")
                .replaceAll("database [0-9,]+ megabytes", "database N megabytes");
        return new Ran(ran.exitCode(), out, ran.err());
    }
}
