package io.yieldline.health;

import io.yieldline.Counted;
import io.yieldline.UserError;
import io.yieldline.ingest.Archive;
import io.yieldline.ingest.Inbox;
import io.yieldline.plant.FolderWalk;
import io.yieldline.plant.ServerTasks.TaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The server loads the inbox; no file in it is older than a day, and none is of a kind that is never loaded. */
final class InboxLink implements Link {
    /** The server's task that loads the inbox. */
    static final String TASK = "inbox";

    private static final Duration PATIENCE = Duration.ofDays(1);

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public String downstream() {
        return "their records are not in the marts";
    }

    @Override
    public Found examine(Examination examination) {
        Optional<TaskState> failing = examination.surroundings().tasks().failing().stream()
                .filter(task -> task.task().equals(TASK))
                .findFirst();
        return failing.map(task -> failed(task, examination)).orElseGet(() -> left(examination));
    }

    private static Found failed(TaskState task, Examination examination) {
        ZoneId zone = examination.plant().settings().zone();
        return Found.broken(
                "loading it " + task.failure(zone),
                Remedy.byHand("follow the message; its stack trace is in "
                        + examination.home().errorLog()));
    }

    private static Found left(Examination examination) {
        List<String> lines = new ArrayList<>(stuck(examination));
        int old = lines.size();
        Inbox.unfit(examination.home()).forEach(entry -> lines.add(entry.file() + ": " + entry.reason()));
        int unfit = lines.size() - old;
        if (lines.isEmpty()) {
            return Found.ok("no file is older than a day");
        }
        List<String> counts = new ArrayList<>();
        if (old > 0) {
            counts.add(Counted.of(old, "file") + (old == 1 ? " waits" : " wait") + " for more than a day");
        }
        if (unfit > 0) {
            counts.add(Counted.of(unfit, "file") + " cannot be loaded");
        }
        return Found.warn(
                        String.join(", ", counts),
                        Remedy.byHand("load them, and read the message for each: yieldline inbox"))
                .with(lines);
    }

    /** Files that are older than a day and not loaded. */
    private static List<String> stuck(Examination examination) {
        List<Path> old = files(examination.home().inbox()).stream()
                .filter(file -> old(file, examination))
                .toList();
        Set<String> known = examination.quick() ? Set.of() : known(examination);
        return old.stream()
                .filter(file -> examination.quick() ? !sameSize(file, examination) : !isKnown(file, known))
                .map(Path::toString)
                .toList();
    }

    /** The files in the inbox, except hidden ones. */
    static List<Path> files(Path inbox) {
        return FolderWalk.tree(inbox, folder -> !hidden(folder)).files().stream()
                .filter(file -> !hidden(file))
                .toList();
    }

    private static boolean hidden(Path entry) {
        return entry.getFileName().toString().matches("(?s)[.~].*");
    }

    private static boolean old(Path file, Examination examination) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(examination.clock().instant().minus(PATIENCE));
        } catch (IOException e) {
            // Removed since it was listed.
            return false;
        }
    }

    private static Set<String> known(Examination examination) {
        return new HashSet<>(examination.read(session -> session.texts("select sha256 from export")));
    }

    private static boolean isKnown(Path file, Set<String> known) {
        try {
            return known.contains(Archive.hash(file));
        } catch (UserError e) {
            return false;
        }
    }

    private static boolean sameSize(Path file, Examination examination) {
        long bytes = file.toFile().length();
        return examination.read(session -> session.number("select count(*) from export where bytes = ?", bytes)) > 0;
    }
}
