package io.yieldline.plant;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * What the periodic tasks of a server came to since it started, such as {@code inbox} or {@code schedule}. A task that fails is
 * repeated, so without this its failures would only be in the log. Thread-safe; empty in a process that runs a single command.
 */
public final class ServerTasks {
    private final Map<String, TaskState> states = new ConcurrentSkipListMap<>();
    private final FilesInForce files = new FilesInForce();

    /** The files of the plant that the server works with. */
    public FilesInForce files() {
        return files;
    }

    /** Records that a task did its work. */
    public void done(String task, Instant at) {
        states.compute(task, (name, before) -> TaskState.or(before, name).done(at));
    }

    /** Records that a task failed with an error. */
    public void failed(String task, Instant at, String error) {
        states.compute(task, (name, before) -> TaskState.or(before, name).failed(at, error));
    }

    /** The state of each task that ran, by name. */
    public List<TaskState> states() {
        return List.copyOf(states.values());
    }

    /** The tasks that failed the last time they ran. */
    public List<TaskState> failing() {
        return states().stream().filter(TaskState::failing).toList();
    }

    /**
     * The state of a task.
     *
     * @param lastSuccess when it last did its work; null if never
     * @param failingSince the first failure after the last success; null if it did its work the last time
     * @param lastFailure when it last failed; null if never
     * @param error the error of the last failure; null if it never failed
     */
    public record TaskState(
            String task,
            @Nullable Instant lastSuccess,
            @Nullable Instant failingSince,
            @Nullable Instant lastFailure,
            @Nullable String error) {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

        /** Whether it failed the last time it ran. */
        public boolean failing() {
            return failingSince != null;
        }

        /** What follows the name of a failing task, in one line, with times in this zone: since when, why, and when it last succeeded. */
        public String failure(ZoneId zone) {
            String last = lastSuccess == null ? "it never succeeded" : "last success " + text(lastSuccess, zone);
            return "has failed since " + text(failingSince, zone) + ": " + error + "; " + last;
        }

        private static TaskState or(@Nullable TaskState before, String task) {
            return before == null ? new TaskState(task, null, null, null, null) : before;
        }

        private TaskState done(Instant at) {
            return new TaskState(task, at, null, lastFailure, error);
        }

        private TaskState failed(Instant at, String message) {
            return new TaskState(task, lastSuccess, failingSince == null ? at : failingSince, at, message);
        }

        private static String text(@Nullable Instant time, ZoneId zone) {
            return time == null ? "" : TIME.format(time.atZone(zone));
        }
    }
}
