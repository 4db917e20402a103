package io.yieldline.api;

import io.yieldline.plant.Home;
import io.yieldline.plant.ServerAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What a crowd behind one address waits for while the server loads exports; never part of the build. */
public final class CrowdBenchmark {
    /** Between two pages, on average; a page that is open asks again after minutes only. */
    private static final Duration PAUSE = Duration.ofSeconds(20);

    /** Share of pages before which a client logs in again. */
    private static final double LOGINS = 0.05;

    private static final double MOST_MILLISECONDS = 1_000;
    private static final List<List<String>> PAGES = List.of(
            List.of("/status", "/views/weekly_summary", "/alerts"),
            List.of("/marts/station_yield_daily", "/marts/packing_daily", "/checks/score"),
            List.of("/marts/fixture_daily?limit=200", "/marts/failure_daily?limit=200"),
            List.of("/exports?limit=50", "/runs?limit=50", "/schedule"),
            List.of("/checks", "/checks/findings", "/me"));

    private final BenchedServer server;
    private final String cookie;
    private final long end;
    private final List<Double> reads = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> logins = Collections.synchronizedList(new ArrayList<>());
    private final List<String> errors = Collections.synchronizedList(new ArrayList<>());

    private CrowdBenchmark(BenchedServer server, Duration length) throws IOException {
        this.server = server;
        this.cookie = server.logIn();
        this.end = System.nanoTime() + length.toNanos();
    }

    /** Arguments: the home of a plant that is being served for the first time, the number of clients, and seconds. */
    public static void main(String[] arguments) throws Exception {
        Home home = new Home(Path.of(arguments[0]));
        ServerAddress address = ServerAddress.of(home).orElseThrow();
        BenchedServer server = new BenchedServer(address.port(), address.pid());
        server.makeUser(home.adminPasswordFile());
        CrowdBenchmark crowd = new CrowdBenchmark(server, Duration.ofSeconds(Long.parseLong(arguments[2])));
        long before = crowd.exports();
        crowd.run(Integer.parseInt(arguments[1]));
        System.out.println("exports loaded meanwhile: " + (crowd.exports() - before));
        System.exit(crowd.met() ? 0 : 1);
    }

    private void run(int clients) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            // The first numbers of Random(0), Random(1), ... are nearly the same: all clients would come in the same
            // second.
            SplittableRandom random = new SplittableRandom(i);
            all.add(() -> watch(random));
        }
        for (Future<Boolean> client : threads.invokeAll(all)) {
            client.get();
        }
        threads.shutdown();
    }

    /** Opens a page, looks at it, opens the next; logs in again now and then. */
    private boolean watch(SplittableRandom random) throws InterruptedException {
        while (System.nanoTime() < end) {
            Thread.sleep((long) (PAUSE.toMillis() * 2 * random.nextDouble()));
            if (random.nextDouble() < LOGINS) {
                timed("log in", logins, server::logIn);
            }
            for (String path : PAGES.get(random.nextInt(PAGES.size()))) {
                timed(path, reads, () -> server.ask(Question.get(path, path), cookie));
            }
        }
        return true;
    }

    private void timed(String name, List<Double> timings, Callable<?> request) {
        long start = System.nanoTime();
        try {
            request.call();
            timings.add((System.nanoTime() - start) / 1e6);
        } catch (Exception e) {
            errors.add(name + ": " + e);
        }
    }

    private long exports() throws IOException {
        return server.json("/exports?limit=1", cookie).path("total").asLong();
    }

    private boolean met() {
        double reading = print("reads", reads);
        double loggingIn = print("logins", logins);
        System.out.println("errors: " + errors.size());
        errors.stream().distinct().limit(10).forEach(error -> System.out.println("  " + error));
        return errors.isEmpty() && reading < MOST_MILLISECONDS && loggingIn < MOST_MILLISECONDS;
    }

    /** Prints a line, and returns what 99 of 100 are not above. */
    private static double print(String name, List<Double> timings) {
        double[] sorted =
                timings.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            System.out.println(name + ": none");
            return 0;
        }
        System.out.printf(
                "%s: %d, median %.0f ms, p95 %.0f ms, p99 %.0f ms, worst %.0f ms%n",
                name,
                sorted.length,
                Timings.at(sorted, 0.5),
                Timings.at(sorted, 0.95),
                Timings.at(sorted, 0.99),
                sorted[sorted.length - 1]);
        return Timings.at(sorted, 0.99);
    }
}
