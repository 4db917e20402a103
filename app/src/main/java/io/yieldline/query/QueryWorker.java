package io.yieldline.query;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * The main class of a worker process: reads one task, answers it and ends. It holds no secrets, and ends when its parent does.
 *
 * <p>The stack of its thread is large because some kilobytes of nested SQL overflow a usual one, which kills a process.
 */
public final class QueryWorker {
    private static final long STACK_BYTES = 64L << 20;

    private QueryWorker() {}

    /** Answers the task on standard input. */
    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        WorkerTask task = WorkerTask.read(in);
        Thread parent = new Thread(() -> endWith(in), "parent");
        parent.setDaemon(true);
        parent.start();
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        new Thread(null, () -> answer(task, out), "query", STACK_BYTES).start();
    }

    private static void answer(WorkerTask task, DataOutputStream out) {
        try {
            new LockedEngine(task, out).answer();
            out.flush();
            Runtime.getRuntime().halt(0);
        } catch (IOException | RuntimeException | Error e) {
            Runtime.getRuntime().halt(1);
        }
    }

    /** Standard input stays open as long as the parent lives and wants the answer. */
    private static void endWith(DataInputStream in) {
        try {
            while (in.read() >= 0) {
                // Nothing follows a task.
            }
        } catch (IOException e) {
            // The same as its end.
        }
        Runtime.getRuntime().halt(1);
    }
}
