package io.yieldline.alert;

import io.yieldline.Counted;
import io.yieldline.ingest.Inbox;
import io.yieldline.ingest.InboxScan.Waiting;
import io.yieldline.plant.Home;
import io.yieldline.warehouse.Session;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What in the inbox is never loaded: links, pipes, files and folders that cannot be read. Removing it clears the condition. */
record BlockedInbox(Severity severity, Home home) implements ConditionSource {
    private static final int SHOWN = 5;

    @Override
    public List<Condition> conditions(Session session, Instant now) {
        List<Waiting> unfit = Inbox.unfit(home);
        if (unfit.isEmpty()) {
            return List.of();
        }
        String shown = unfit.stream()
                .limit(SHOWN)
                .map(entry -> entry.file() + " " + entry.reason())
                .collect(Collectors.joining("\n"));
        return List.of(new Condition(
                "inbox_blocked",
                "inbox",
                severity,
                Counted.of(unfit.size(), "file") + " in the inbox cannot be loaded",
                shown,
                "yieldline doctor"));
    }
}
