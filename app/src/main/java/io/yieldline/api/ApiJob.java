package io.yieldline.api;

import io.yieldline.ingest.ExportName;
import io.yieldline.ingest.ExportReport;
import io.yieldline.operation.Progress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An operation started through the API, from waiting to its end, with all its events. */
final class ApiJob implements Progress {
    private static final long SILENCE_MILLIS = 15_000;

    private final String id;
    private final String operation;
    private final List<Event> events = new ArrayList<>();
    private String state = "waiting";
    private @Nullable Long run;

    ApiJob(String id, String operation) {
        this.id = id;
        this.operation = operation;
        happened("waiting", Json.object());
    }

    /** An event: its kind, and its data as JSON. */
    private record Event(String kind, String json) {}

    String id() {
        return id;
    }

    synchronized boolean ended() {
        return state.equals("ended");
    }

    synchronized Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("job", id);
        json.put("operation", operation);
        json.put("state", state);
        json.put("run", run);
        json.put("events", Routes.ROOT + "/operations/jobs/" + id + "/events");
        return json;
    }

    synchronized void began(@Nullable Long runId) {
        state = "running";
        run = runId;
        happened("began", runId == null ? Json.object() : Json.object("run", runId));
    }

    synchronized void ended(String outcome, String summary) {
        state = "ended";
        happened("ended", Json.object("outcome", outcome, "summary", summary));
    }

    @Override
    public void begins(String part) {
        happened("part", Json.object("part", part));
    }

    @Override
    public void finishes(String part, String result) {
        happened("result", Json.object("part", part, "result", result));
    }

    @Override
    public void begins(String mart, int number, int count) {
        happened("mart", Json.object("mart", mart, "number", number, "count", count));
    }

    @Override
    public void planned(int exports, long bytes) {
        happened("planned", Json.object("exports", exports, "bytes", bytes));
    }

    @Override
    public void done(ExportReport report, long bytes) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", ExportName.fileName(report.file()));
        json.put("export", report.exportId());
        json.put("outcome", report.outcome());
        json.put("rows", report.counts().rows());
        json.put("added", report.counts().added());
        json.put("duplicate", report.counts().duplicate());
        json.put("revised", report.counts().revised());
        json.put("outdated", report.counts().outdated());
        json.put("rejected", report.counts().rejected());
        json.put("reason", report.reason() == null ? null : shortened(report.reason()));
        happened("export", json);
    }

    @Override
    public void note(String message) {
        happened("note", Json.object("note", shortened(message)));
    }

    /** File names without directories. */
    private static String shortened(String text) {
        return text.replaceAll("\\S*/", "");
    }

    /** Sends the events after the given number, and all further events until the end, as server-sent events. */
    void follow(int known, OutputStream out) throws IOException {
        int sent = known;
        boolean last = false;
        while (!last) {
            List<Event> fresh = after(sent);
            for (Event event : fresh) {
                sent++;
                write(out, "id: " + sent + "\nevent: " + event.kind + "\ndata: " + event.json + "\n\n");
            }
            if (fresh.isEmpty()) {
                write(out, ": still here\n\n");
            }
            last = ended() && after(sent, 0).isEmpty();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private List<Event> after(int sent) throws IOException {
        return after(sent, ended() ? 0 : SILENCE_MILLIS);
    }

    private synchronized List<Event> after(int sent, long patience) throws IOException {
        try {
            if (patience > 0 && events.size() <= sent) {
                wait(patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server is stopping");
        }
        return List.copyOf(events.subList(Math.min(sent, events.size()), events.size()));
    }

    private synchronized void happened(String kind, Map<String, ?> what) {
        events.add(new Event(kind, Json.text(what)));
        notifyAll();
    }
}
