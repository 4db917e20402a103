package io.yieldline.ingest;

import io.yieldline.UserError;
import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.ingest.InboxRetries.Retry;
import io.yieldline.ingest.InboxScan.Waiting;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The inbox of the plant. Only scans of the whole folder decide; change events are optional. A file is complete when it
 * has not changed for some time, and is removed when its bytes are in the archive.
 */
public final class Inbox {
    /** A file that has not changed for this time is considered complete. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final Plant plant;
    private final Warehouse warehouse;
    private final boolean watched;
    private Map<String, Seen> seen = new HashMap<>();

    private Inbox(Plant plant, Warehouse warehouse, boolean watched) {
        this.plant = plant;
        this.warehouse = warehouse;
        this.watched = watched;
    }

    /** An inbox that is scanned repeatedly: a file is complete if two scans, at least ten seconds apart, find it unchanged. */
    public static Inbox watched(Plant plant, Warehouse warehouse) {
        return new Inbox(plant, warehouse, true);
    }

    /** An inbox that is scanned once: a file is complete if it was not written in the last ten seconds. */
    public static Inbox once(Plant plant, Warehouse warehouse) {
        return new Inbox(plant, warehouse, false);
    }

    /**
     * Entries of the inbox that are never loaded, and why: links, pipes, files and folders that cannot be read; the inbox
     * itself if it cannot be listed.
     */
    public static List<Waiting> unfit(Home home) {
        Path inbox = home.inbox();
        try {
            return InboxWalk.of(inbox).unfit();
        } catch (UserError e) {
            return List.of(new Waiting(inbox.toString(), e.getMessage().replace(inbox + ": ", "")));
        }
    }

    /** Scans the inbox without opening files, and without waiting. A file that a killed run moved aside gets its place back. */
    public synchronized InboxScan scan(Instant now) {
        InboxWalk walk = InboxWalk.of(plant.home().inbox());
        List<InboxFile> ready = new ArrayList<>();
        walk.aside().forEach(InboxRemoval::putBack);
        List<Waiting> waiting = new ArrayList<>(walk.unfit());
        waiting.addAll(walk.empty());
        Map<String, Retry> retries = walk.files().isEmpty() ? Map.of() : warehouse.read(InboxRetries::all);
        Map<String, Seen> nowSeen = new HashMap<>();
        for (InboxFile file : walk.files()) {
            Seen since = see(file, now);
            nowSeen.put(file.name(), since);
            Optional<Retry> retry =
                    Optional.ofNullable(retries.get(file.name())).filter(found -> found.concerns(file));
            if (!quiet(file, since, now)) {
                waiting.add(
                        new Waiting(file.name(), "may still be written; waiting until it has not changed for 10 s"));
            } else if (retry.isPresent() && retry.get().nextTry().isAfter(now)) {
                waiting.add(new Waiting(file.name(), retry.get().reason() + "; retried later"));
            } else {
                ready.add(file.triedBefore(retry.map(Retry::tries).orElse(0L)));
            }
        }
        seen = nowSeen;
        ready.sort(Comparator.comparing(InboxFile::modified).thenComparing(InboxFile::name, ExportName.OLDER_FIRST));
        return new InboxScan(ready, waiting);
    }

    /**
     * Removes loaded files from the inbox according to their reports, and returns the files that stay.
     *
     * @param ready the loaded files
     * @param reports their reports, in the same order
     */
    public synchronized List<Waiting> settle(List<InboxFile> ready, List<ExportReport> reports, Instant now) {
        InboxRemoval exit = new InboxRemoval(plant, now);
        Map<InboxFile, String> stay = new HashMap<>();
        for (int i = 0; i < ready.size(); i++) {
            InboxFile file = ready.get(i);
            leave(exit, file, reports.get(i)).ifPresent(reason -> stay.put(file, reason));
        }
        remember(ready, stay, now);
        return ready.stream()
                .filter(stay::containsKey)
                .map(file -> new Waiting(file.name(), stay.get(file) + "; retried later"))
                .toList();
    }

    private static Optional<String> leave(InboxRemoval exit, InboxFile file, ExportReport report) {
        if (report.outcome() == Outcome.FAILED && Files.exists(file.path())) {
            return Optional.of(String.valueOf(report.reason()).replace(file.path() + ": ", ""));
        }
        try {
            if (report.outcome() != Outcome.FAILED) {
                exit.leave(file, report);
            }
            return Optional.empty();
        } catch (NoSuchFileException e) {
            // It was removed by somebody else; its bytes are in the archive.
            return Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.of("is loaded, but cannot be removed from the inbox (" + e + ")");
        } catch (UserError e) {
            return Optional.of("is loaded, but cannot be removed from the inbox (" + e.getMessage() + ")");
        }
    }

    /** Updates the retries: stores failed files, deletes loaded and missing files. */
    private void remember(List<InboxFile> ready, Map<InboxFile, String> stay, Instant now) {
        Set<String> taken = ready.stream().map(InboxFile::name).collect(Collectors.toSet());
        List<String> over = warehouse.read(InboxRetries::all).keySet().stream()
                .filter(file -> taken.contains(file) || !seen.containsKey(file))
                .toList();
        if (!over.isEmpty() || !stay.isEmpty()) {
            warehouse.noteAll(session -> {
                over.forEach(file -> InboxRetries.forget(session, file));
                stay.forEach((file, reason) -> InboxRetries.keep(session, file, reason, now));
            });
        }
    }

    /** The time since which the file is unchanged; restarts if the clock was set back. */
    private Seen see(InboxFile file, Instant now) {
        return Optional.ofNullable(seen.get(file.name()))
                .filter(before -> before.file().same(file) && !before.since().isAfter(now))
                .orElseGet(() -> new Seen(file, now));
    }

    /** A file time can come from another clock, even from the future; repeated scans do not rely on it. */
    private boolean quiet(InboxFile file, Seen since, Instant now) {
        Instant known = watched ? since.since() : file.modified();
        return Duration.between(known, now).abs().compareTo(QUIET) >= 0;
    }

    @Override
    public String toString() {
        return plant.home().inbox().toString();
    }

    private record Seen(InboxFile file, Instant since) {}
}
