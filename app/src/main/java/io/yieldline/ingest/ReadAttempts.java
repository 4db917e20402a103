package io.yieldline.ingest;

import io.yieldline.Counted;
import io.yieldline.UserError;
import io.yieldline.plant.DurableFile;
import io.yieldline.plant.FileFault;
import io.yieldline.plant.FolderWalk;
import io.yieldline.plant.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The exports that are being read: a small file for each in {@code data/reading}, synced before its first row is read and deleted when
 * the export ended in any way. An export whose file is still there when the next load begins was being read when the process died.
 *
 * <p>Several exports are read at a time, and all of them leave a file, whichever killed the process. So a first death makes each of
 * them a suspect only: it is read last, with no other export beside. One that kills the process again was alone, and is refused from
 * then on; one that does not is cleared. No export is ever refused for a death that another may have caused. A stop by a signal, an
 * error or a rollback is no death: it leaves what was there before. The file of a refused export stays, so that it is refused again
 * after a lost database; only {@code retry} of this export reads it once more.
 */
public final class ReadAttempts implements AutoCloseable {
    private static final int MAX_DEATHS = 2;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Path folder;
    private final Map<String, Attempt> left;
    private final Map<String, Integer> open = new HashMap<>();
    private final Thread atExit = new Thread(this::restore, "yieldline-read-attempts");
    private boolean closed;

    private ReadAttempts(Path folder) {
        this.folder = folder;
        this.left = left(folder);
    }

    /** Begins a load, for the holder of the plant. */
    static ReadAttempts open(Home home) {
        ReadAttempts attempts = new ReadAttempts(home.reading());
        Runtime.getRuntime().addShutdownHook(attempts.atExit);
        return attempts;
    }

    /** The names of refused exports by hash. */
    public static Map<String, String> refused(Home home) {
        Map<String, String> refused = new TreeMap<>();
        left(home.reading()).forEach((sha256, attempt) -> {
            if (attempt.refused()) {
                refused.put(sha256, attempt.file());
            }
        });
        return refused;
    }

    /** Whether the process died while it read this export. */
    synchronized boolean suspect(String sha256) {
        return left.containsKey(sha256);
    }

    /** Why an export is not read any more; empty if it may be. */
    synchronized Optional<String> refusal(String sha256) {
        return Optional.ofNullable(left.get(sha256)).filter(Attempt::refused).map(Attempt::refusal);
    }

    /**
     * Records that an export is about to be read.
     *
     * @param alone whether no other export is read at the same time
     */
    synchronized void begin(String sha256, String file, LocalDateTime at, boolean alone) {
        if (!closed && open.merge(sha256, 1, Integer::sum) == 1) {
            int deaths =
                    Optional.ofNullable(left.get(sha256)).map(Attempt::deaths).orElse(0);
            write(sha256, new Attempt(file, at, alone, deaths));
        }
    }

    /** Records that an export ended in any way. */
    synchronized void end(String sha256) {
        if (!closed && open.merge(sha256, -1, Integer::sum) <= 0) {
            open.remove(sha256);
            left.remove(sha256);
            delete(sha256);
        }
    }

    /** Forgets an export that needs no reading any more, because it is loaded. */
    synchronized void clear(String sha256) {
        if (!open.containsKey(sha256) && left.remove(sha256) != null) {
            delete(sha256);
        }
    }

    /** Leaves exports that did not end as if the process had died: an error of the machine, such as too little memory, stops a load. */
    synchronized void died() {
        closed = true;
    }

    /** Leaves exports that did not end as they were before. */
    @Override
    public void close() {
        restore();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is stopping, and has run it.
        }
    }

    private synchronized void restore() {
        if (!closed) {
            open.keySet().forEach(this::restore);
            closed = true;
        }
    }

    private void restore(String sha256) {
        Attempt before = left.get(sha256);
        if (before == null) {
            delete(sha256);
        } else {
            write(sha256, before.beforeDeath());
        }
    }

    private void write(String sha256, Attempt attempt) {
        try {
            Files.createDirectories(folder);
            DurableFile.replace(folder.resolve(sha256), attempt.json().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UserError(
                    folder + ": cannot record which export is read (" + FileFault.reason(e)
                            + "); give the user of this program write access, free space on its disk, then load the file again");
        }
    }

    /** One that stays is a suspect that the next load clears. */
    private void delete(String sha256) {
        try {
            Files.deleteIfExists(folder.resolve(sha256));
        } catch (IOException e) {
            // See above.
        }
    }

    /** What earlier processes left. */
    private static Map<String, Attempt> left(Path folder) {
        Map<String, Attempt> left = new HashMap<>();
        for (Path file : FolderWalk.list(folder).files()) {
            String sha256 = Objects.requireNonNull(file.getFileName()).toString();
            if (sha256.matches("[0-9a-f]{64}")) {
                left.put(sha256, Attempt.read(file).afterDeath());
            }
        }
        return left;
    }

    /**
     * An attempt to read an export.
     *
     * @param file its name
     * @param at when it began, in plant time
     * @param alone whether no other export was read at the same time
     * @param deaths the number of attempts at which the process died
     */
    private record Attempt(String file, LocalDateTime at, boolean alone, int deaths) {
        /** One that cannot be read counts as one beside others: it clears or repeats itself. */
        static Attempt read(Path path) {
            try {
                JsonNode json = JsonMapper.shared().readTree(Files.readAllBytes(path));
                return new Attempt(
                        json.path("file").asString(),
                        LocalDateTime.parse(json.path("at").asString()),
                        json.path("alone").asBoolean(),
                        json.path("deaths").asInt());
            } catch (IOException | JacksonException | DateTimeException e) {
                return new Attempt(path.getFileName().toString(), LocalDateTime.MIN, false, 0);
            }
        }

        String json() {
            return "{\"file\":" + JsonText.quote(file) + ",\"at\":\"" + at + "\",\"alone\":" + alone + ",\"deaths\":"
                    + deaths + "}\n";
        }

        Attempt afterDeath() {
            return new Attempt(file, at, alone, deaths + 1);
        }

        Attempt beforeDeath() {
            return new Attempt(file, at, alone, deaths - 1);
        }

        boolean refused() {
            return alone && deaths >= MAX_DEATHS;
        }

        String refusal() {
            return "the program died " + Counted.of(deaths, "time")
                    + " while it read this file, the last time alone, begun on "
                    + TIME.format(at)
                    + "; it is not read again automatically; if something else ended the program, load it with: yieldline retry EXPORT";
        }
    }
}
