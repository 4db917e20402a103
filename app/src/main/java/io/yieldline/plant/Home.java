package io.yieldline.plant;

import io.yieldline.Hint;
import java.nio.file.Files;
import java.nio.file.Path;

/** The home directory of a plant and its files. */
public record Home(Path directory) {
    /** Whether it contains an initialized plant. */
    public boolean exists() {
        return Files.isRegularFile(settingsFile());
    }

    /** The program as it is called for this plant, wherever. */
    public String program() {
        return Hint.program(directory.toAbsolutePath().normalize());
    }

    /** The settings, with comments. */
    public Path settingsFile() {
        return directory.resolve("yieldline.yaml");
    }

    /** The plant's rules. */
    public Path rulesFile() {
        return directory.resolve("rules.yaml");
    }

    /** Custom feed definitions. */
    public Path feeds() {
        return directory.resolve("feeds");
    }

    /** Custom quality checks. */
    public Path checks() {
        return directory.resolve("checks");
    }

    /** Custom marts. */
    public Path marts() {
        return directory.resolve("marts");
    }

    /** New exports for a running server. */
    public Path inbox() {
        return directory.resolve("inbox");
    }

    /** Parked exports from the inbox, each with its reason. */
    public Path parked() {
        return directory.resolve("parked");
    }

    /** All exports, by the hash of their bytes. */
    public Path archive() {
        return directory.resolve("archive");
    }

    /** The embedded database and the receipts. */
    public Path data() {
        return directory.resolve("data");
    }

    /** The embedded database. */
    public Path database() {
        return directory.resolve("data").resolve("warehouse.duckdb");
    }

    /** The plant of this home, which its database names too; see {@link PlantId}. */
    public Path plantId() {
        return data().resolve("plant-id");
    }

    /** The columns of a new database, which only the program that wrote them reads again; may be deleted. */
    public Path expectedColumns() {
        return data().resolve("expected-columns");
    }

    /** Receipts of confirmed exports, outside the database: one line per export. */
    public Path receipts(String engine) {
        return directory.resolve("data").resolve("receipts-" + engine + ".jsonl");
    }

    /** Exists while a new database takes the place of a damaged one, until everything that a backup holds is in it. */
    public Path replacing() {
        return data().resolve("replacing");
    }

    /** Which channels were told that the database is damaged; exists until it is repaired. */
    public Path damageTold() {
        return data().resolve("damage-told.json");
    }

    /** Exports that are being read, a small file each; what a killed process left. */
    public Path reading() {
        return directory.resolve("data").resolve("reading");
    }

    /** Backups of earlier versions, one folder each. */
    public Path backups() {
        return directory.resolve("backups");
    }

    /** The newest version of the lake: tables as Parquet files for other programs. */
    public Path lake() {
        return directory.resolve("lake");
    }

    /** Pieces and snapshots, unless the settings name another folder. */
    public Path store() {
        return directory.resolve("store");
    }

    /** Damaged files that a recovery moved away, for analysis; may be deleted. */
    public Path damaged() {
        return directory.resolve("damaged");
    }

    /** The server log, one event per line. */
    public Path serverLog() {
        return directory.resolve("logs").resolve("yieldline.log");
    }

    /** Stack traces of unexpected errors. */
    public Path errorLog() {
        return directory.resolve("logs").resolve("errors.log");
    }

    /** Address and command token of the running server; readable only by its user. */
    public Path serverFile() {
        return directory.resolve("SERVER");
    }

    /** Reports as HTML and text. */
    public Path reports() {
        return directory.resolve("reports");
    }

    /** The initial password of the user admin, until it is used; readable only by the owner of the file. */
    public Path adminPasswordFile() {
        return directory.resolve("ADMIN_PASSWORD");
    }

    /** Temporary files of uploads. */
    public Path staging() {
        return directory.resolve("staging");
    }

    /** The lock file of the active run; nothing else opens it. */
    public Path lockFile() {
        return directory.resolve("LOCK");
    }
}
