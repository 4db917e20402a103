package io.yieldline.health;

import io.yieldline.Counted;
import io.yieldline.UserError;
import io.yieldline.ingest.Archive;
import io.yieldline.plant.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files in the inbox that are older than a day. */
final class InboxLink implements Link {
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
        List<Path> old = files(examination.home().inbox()).stream()
                .filter(file -> old(file, examination))
                .toList();
        Set<String> known = examination.quick() ? Set.of() : known(examination);
        List<String> stuck = old.stream()
                .filter(file ->
                        examination.quick() ? !sameSize(file, examination) : !known.contains(Archive.hash(file)))
                .map(Path::toString)
                .toList();
        return stuck.isEmpty()
                ? Found.ok("no file is older than a day")
                : Found.warn(
                                Counted.of(stuck.size(), "file") + (stuck.size() == 1 ? " waits" : " wait")
                                        + " for more than a day",
                                Remedy.byHand("load them, and read the message for each: yieldline inbox"))
                        .with(stuck);
    }

    /** The files in the inbox, except hidden ones. */
    static List<Path> files(Path inbox) {
        if (!Files.isDirectory(inbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(inbox)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().matches("[.~].*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserError(inbox + ": cannot be listed (" + FileFault.reason(e) + ")");
        }
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

    private static boolean sameSize(Path file, Examination examination) {
        long bytes = file.toFile().length();
        return examination.read(session -> session.number("select count(*) from export where bytes = ?", bytes)) > 0;
    }
}
