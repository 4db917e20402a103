package io.yieldline.health;

import io.yieldline.plant.FilesInForce;
import io.yieldline.plant.ServerAddress;
import java.util.List;
import java.util.Optional;

/** The server of the plant, if any, and its periodic tasks. */
final class ServerLink implements Link {
    @Override
    public String name() {
        return "server";
    }

    @Override
    public String downstream() {
        return "what runs automatically is late or missing";
    }

    @Override
    public boolean inDatabase() {
        return false;
    }

    @Override
    public Found examine(Examination examination) {
        List<String> failing = failing(examination);
        if (!failing.isEmpty()) {
            return Found.broken(
                    String.join("; ", failing),
                    Remedy.byHand("follow the message; its stack trace is in "
                            + examination.home().errorLog()));
        }
        Optional<Found> files =
                examination.surroundings().tasks().files().state().flatMap(ServerLink::files);
        return files.orElseGet(() -> process(examination));
    }

    /** What the server does not use of the plant's files. */
    private static Optional<Found> files(FilesInForce.State files) {
        if (files.refused() != null) {
            return Optional.of(Found.warn(
                    "a changed file is not used: " + files.refused(),
                    Remedy.byHand("repair the file; the server uses it within a minute")));
        }
        return files.restart().isEmpty()
                ? Optional.empty()
                : Optional.of(Found.warn(
                        "changed settings want a restart: " + String.join(", ", files.restart()),
                        Remedy.byHand("restart the server")));
    }

    private static Found process(Examination examination) {
        return ServerAddress.of(examination.home())
                .map(address -> address.alive()
                        ? Found.ok(address.toString())
                        : Found.warn(
                                "it was killed: " + address + " is gone",
                                new Remedy(Stage.BY_HAND, "", "start it again: yieldline serve", "serve")))
                .orElse(Found.ok("no server is running"));
    }

    /** The inbox has its own link. */
    private static List<String> failing(Examination examination) {
        return examination.surroundings().tasks().failing().stream()
                .filter(task -> !task.task().equals(InboxLink.TASK))
                .map(task -> "the task " + task.task() + " "
                        + task.failure(examination.plant().settings().zone()))
                .toList();
    }
}
