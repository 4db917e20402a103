package io.yieldline.alert;

import io.yieldline.plant.ServerTasks;
import io.yieldline.warehouse.Session;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Periodic tasks of the server that fail, such as loading the inbox. The next success clears the condition. */
record FailedTasks(Severity severity, ServerTasks tasks, ZoneId zone) implements ConditionSource {
    @Override
    public List<Condition> conditions(Session session, Instant now) {
        return tasks.failing().stream()
                .map(task -> new Condition(
                        "task_failed",
                        task.task(),
                        severity,
                        "the server's task " + task.task() + " fails",
                        "it " + task.failure(zone),
                        "yieldline doctor"))
                .toList();
    }
}
