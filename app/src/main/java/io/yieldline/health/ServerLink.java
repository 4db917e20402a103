package io.yieldline.health;

import io.yieldline.plant.ServerAddress;
import java.util.List;

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
