package io.yieldline.health;

import io.yieldline.UserError;
import io.yieldline.plant.FileFault;
import io.yieldline.plant.Home;
import io.yieldline.plant.MomentName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;

/** Moves damaged files away and keeps them. Requires that the database is closed. */
public final class DamagedFiles {
    private DamagedFiles() {}

    /**
     * Runs a step that {@linkplain Recovery#needsClosed needs a closed database}, for the holder of the plant.
     *
     * @param now plant time, for the name of the folder
     */
    public static String perform(Remedy remedy, Home home, LocalDateTime now) {
        if (remedy.stage() == Stage.MAKE_DIRECTORIES) {
            return makeDirectories(home);
        }
        if (remedy.stage() == Stage.SET_DATABASE_ASIDE) {
            return "moved to " + database(home, now);
        }
        return "moved to " + log(home, now);
    }

    /** Moves the write-ahead log of a database away, and returns the new location. */
    public static Path log(Home home, LocalDateTime now) {
        Path folder = folder(home, now);
        moveLog(home, folder);
        return folder;
    }

    /** Moves a database and its log away, and returns the new location. */
    public static Path database(Home home, LocalDateTime now) {
        Path folder = folder(home, now);
        moveLog(home, folder);
        if (Files.exists(home.database())) {
            move(home.database(), folder.resolve(home.database().getFileName()));
        }
        return folder;
    }

    /** A new folder, so that nothing that was moved earlier is overwritten. */
    private static Path folder(Home home, LocalDateTime now) {
        Path wanted = home.damaged().resolve(MomentName.of(now));
        Path free = wanted;
        for (int i = 2; Files.exists(free); i++) {
            free = wanted.resolveSibling(wanted.getFileName() + "-" + i);
        }
        return free;
    }

    private static void moveLog(Home home, Path folder) {
        Path log = log(home);
        if (Files.exists(log)) {
            move(log, folder.resolve(log.getFileName()));
        }
    }

    static String makeDirectories(Home home) {
        try {
            for (Path directory : HomeLink.directories(home)) {
                Files.createDirectories(directory);
            }
            return "made";
        } catch (IOException e) {
            throw new UserError(home.directory() + ": its directories cannot be created (" + FileFault.reason(e) + ")");
        }
    }

    /** Moving does not open the file, which could drop the lock of DuckDB. */
    static void move(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UserError(from + ": cannot be moved to " + to + " (" + FileFault.reason(e) + ")");
        }
    }

    private static Path log(Home home) {
        return home.database().resolveSibling(home.database().getFileName() + ".wal");
    }
}
