package io.yieldline.operation;

import io.yieldline.ingest.ExportReport;

/** Forwards progress, and stops the operation between two steps when the server stops. */
record StoppableProgress(Progress progress, OperationLock lock) implements Progress {
    @Override
    public void planned(int exports, long bytes) {
        lock.refuseWhenStopping();
        progress.planned(exports, bytes);
    }

    @Override
    public void done(ExportReport report, long bytes) {
        progress.done(report, bytes);
        lock.refuseWhenStopping();
    }

    @Override
    public void step() {
        lock.refuseWhenStopping();
    }

    @Override
    public void note(String message) {
        progress.note(message);
    }

    @Override
    public void begins(String part) {
        lock.refuseWhenStopping();
        progress.begins(part);
    }

    @Override
    public void finishes(String part, String result) {
        progress.finishes(part, result);
    }

    @Override
    public void begins(String mart, int number, int count) {
        lock.refuseWhenStopping();
        progress.begins(mart, number, count);
    }
}
