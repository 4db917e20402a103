package io.yieldline.api;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Analysts who run queries without end, each again as soon as the last one was stopped or refused. */
final class Runaways {
    private static final long PATIENCE_MILLIS = 1_000;
    private static final List<String> QUERIES = List.of(
            "select count(*) from range(100000000) a, range(100000000) b where hash(a.range, b.range) = 0",
            "with recursive t as (select 1 as n union all select n + 1 from t) select count(*) from t",
            "select a.range from range(1000000000000) a order by hash(a.range) desc",
            "select sum(length(repeat('x', 1000000 + cast(a.range % 10 as integer)))) from range(1000000000000) a");

    private final BenchedServer server;
    private final List<String> cookies;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private volatile boolean stopped;

    /** Analysts by their sessions. */
    Runaways(BenchedServer server, List<String> cookies) {
        this.server = server;
        this.cookies = cookies;
    }

    void start() {
        for (int i = 0; i < cookies.size(); i++) {
            String cookie = cookies.get(i);
            String query = QUERIES.get(i % QUERIES.size());
            threads.execute(() -> ask(query, cookie));
        }
    }

    /** Cancels all, waits for their ends, and prints what became of them. */
    void stop() throws InterruptedException {
        stopped = true;
        for (int i = 0; i < 2 * cookies.size(); i++) {
            cancel(cookies.get(i % cookies.size()));
        }
        threads.shutdown();
        if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("queries did not end");
        }
        System.out.println("  queries: " + outcomes);
    }

    private void cancel(String cookie) {
        try {
            server.delete("/query", cookie);
        } catch (IOException e) {
            // None of this analyst was running.
        }
    }

    private void ask(String query, String cookie) {
        Question question = new Question("/query", "/query", "{\"sql\":\"" + query + "\"}");
        while (!stopped) {
            String outcome = outcome(question, cookie);
            synchronized (outcomes) {
                outcomes.merge(outcome, 1, Integer::sum);
            }
        }
    }

    private String outcome(Question question, String cookie) {
        try {
            server.ask(question, cookie);
            return "answered";
        } catch (IOException e) {
            pause();
            return String.valueOf(e.getMessage()).replaceAll("(?s).*\"detail\":\"([^\"]*)\".*", "$1");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
