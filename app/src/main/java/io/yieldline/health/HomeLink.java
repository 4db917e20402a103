package io.yieldline.health;

import io.yieldline.Counted;
import io.yieldline.alert.Alerting;
import io.yieldline.plant.DefinitionFolder;
import io.yieldline.plant.Home;
import io.yieldline.plant.Privacy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The directories of the home exist and are writable. */
final class HomeLink implements Link {
    @Override
    public String name() {
        return "home";
    }

    @Override
    public String downstream() {
        return "nothing can be loaded or stored";
    }

    @Override
    public boolean inDatabase() {
        return false;
    }

    @Override
    public Found examine(Examination examination) {
        List<Path> missing = those(examination.home(), directory -> !Files.isDirectory(directory));
        if (!missing.isEmpty()) {
            return Found.broken(
                            "directories are missing; if a disk is not mounted, mount it first",
                            Remedy.recover(Stage.MAKE_DIRECTORIES, "home", "create the missing directories"))
                    .with(texts(missing));
        }
        List<Path> closed =
                those(examination.home(), directory -> !Files.isWritable(directory) || !Files.isReadable(directory));
        return closed.isEmpty()
                ? privacy(examination)
                : Found.broken(
                                "this user may not read and write all directories",
                                Remedy.byHand("give the user of this program read and write access"))
                        .with(texts(closed));
    }

    private static Found privacy(Examination examination) {
        List<Path> open = new Privacy(examination.home()).open();
        return open.isEmpty()
                ? definitions(examination)
                : Found.warn(
                                "other users of this machine may read or change it; database and backups hold password hashes",
                                Remedy.recover(Stage.CLOSE_TO_OTHERS, "home", "close the home to other users"))
                        .with(texts(open));
    }

    private static Found definitions(Examination examination) {
        List<String> unused = DefinitionFolder.passedOver(examination.home());
        return unused.isEmpty()
                ? Found.ok(examination.home().directory() + ", locked by this process")
                        .with(Alerting.overrides(examination.plant().settings()))
                : Found.warn(
                                Counted.of(unused.size(), "file") + " in feeds/, checks/ or marts/"
                                        + (unused.size() == 1 ? " is" : " are") + " not used",
                                Remedy.byHand("remove what is no definition"))
                        .with(unused);
    }

    /** The writable directories, the home first. */
    static List<Path> directories(Home home) {
        return List.of(home.directory(), home.inbox(), home.archive(), home.data());
    }

    private static List<Path> those(Home home, Predicate<Path> wrong) {
        return directories(home).stream().filter(wrong).toList();
    }

    private static List<String> texts(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }
}
