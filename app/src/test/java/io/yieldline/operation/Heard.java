package io.yieldline.operation;

import io.yieldline.ingest.ExportReport;
import java.util.ArrayList;
import java.util.List;

/** Remembers what operations say beside their reports. */
final class Heard implements Progress {
    private final List<String> notes = new ArrayList<>();

    List<String> notes() {
        return notes;
    }

    @Override
    public void begins(String part) {}

    @Override
    public void begins(String mart, int number, int count) {}

    @Override
    public void planned(int exports, long bytes) {}

    @Override
    public void done(ExportReport report, long bytes) {}

    @Override
    public void note(String message) {
        notes.add(message);
    }
}
