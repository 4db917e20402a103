package io.yieldline.plant;

import io.yieldline.UserError;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * What a home remembers of its plant, in {@code data/plant-id}: beside the receipts, because these are about one database.
 *
 * @param id the plant, which its database names too
 * @param engine the label of the engine of its database
 * @param database where the database was when it was opened last, without secrets
 */
public record PlantId(String id, String engine, String database) {
    private static final String TEXT = """
            # The plant of this home. Its database names the same id; neither opens another one. Do not copy this file.
            id=%s
            engine=%s
            database=%s
            """;

    /** A new id. */
    public static String random() {
        return UUID.randomUUID().toString();
    }

    /** What a home remembers; empty for a home that never had a database, or that lost the file. */
    public static Optional<PlantId> of(Home home) {
        try {
            Properties entries = new Properties();
            entries.load(new StringReader(Files.readString(home.plantId())));
            String id = entries.getProperty("id", "");
            return id.isBlank()
                    ? Optional.empty()
                    : Optional.of(
                            new PlantId(id, entries.getProperty("engine", ""), entries.getProperty("database", "")));
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UserError("cannot read " + home.plantId() + " (" + FileFault.reason(e)
                    + "); the user of this program needs read permission there");
        }
    }

    /** Whether another says the same. */
    public boolean same(PlantId other) {
        return id.equals(other.id) && engine.equals(other.engine) && database.equals(other.database);
    }

    /** Writes it, synced and whole. */
    public void write(Home home) {
        Path file = home.plantId();
        try {
            Files.createDirectories(file.getParent());
            String text = TEXT.formatted(id, engine, database.replace("\\", "\\\\"));
            DurableFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UserError("cannot write " + file + " (" + FileFault.reason(e)
                    + "); the user of this program needs write permission there");
        }
    }
}
