package io.yieldline.plant;

import java.nio.file.Files;
import java.nio.file.Path;

/** The directory of a plant and what stands where in it. */
public record Home(Path directory) {
    /** Whether a plant was initialised here. */
    public boolean exists() {
        return Files.isRegularFile(settingsFile());
    }

    /** The settings, with comments. */
    public Path settingsFile() {
        return directory.resolve("yieldline.yaml");
    }

    /** The plant's rules. */
    public Path rulesFile() {
        return directory.resolve("rules.yaml");
    }

    /** Definitions of feeds of the plant's own. */
    public Path feeds() {
        return directory.resolve("feeds");
    }

    /** Quality checks of the plant's own. */
    public Path checks() {
        return directory.resolve("checks");
    }

    /** Where new exports are put for a running server. */
    public Path inbox() {
        return directory.resolve("inbox");
    }

    /** Exports from the inbox that were refused whole, each with its reason beside it. */
    public Path parked() {
        return directory.resolve("parked");
    }

    /** Every export that was ever given, by the hash of its bytes. */
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

    /** What was confirmed as loaded, kept outside the database: one line per export. */
    public Path receipts(String engine) {
        return directory.resolve("data").resolve("receipts-" + engine + ".jsonl");
    }

    /** Verified copies of the database, a folder each. */
    public Path backups() {
        return directory.resolve("backups");
    }

    /** What a recovery moved out of the way, kept for whoever wants to look at it; may be deleted. */
    public Path damaged() {
        return directory.resolve("damaged");
    }

    /** What a running server did, a line each. */
    public Path serverLog() {
        return directory.resolve("logs").resolve("yieldline.log");
    }

    /** Stack traces of our own mistakes. */
    public Path errorLog() {
        return directory.resolve("logs").resolve("errors.log");
    }

    /** Where a running server can be reached, and the token that opens it to commands; readable by its user only. */
    public Path serverFile() {
        return directory.resolve("SERVER");
    }

    /** Reports as pages and plain text. */
    public Path reports() {
        return directory.resolve("reports");
    }

    /** The first password of the user admin, until it is used; readable by the owner of the file only. */
    public Path adminPasswordFile() {
        return directory.resolve("ADMIN_PASSWORD");
    }

    /** Where uploads arrive; nothing stays here. */
    public Path staging() {
        return directory.resolve("staging");
    }

    /** Held while a run may write; nothing else opens it. */
    public Path lockFile() {
        return directory.resolve("LOCK");
    }
}
