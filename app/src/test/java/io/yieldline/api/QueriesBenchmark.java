package io.yieldline.api;

import io.yieldline.plant.Home;
import io.yieldline.plant.ServerAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether the page Today is as fast as ever while analysts run queries that never end; never part of the build. */
public final class QueriesBenchmark {
    private static final int SCREENS = 5;
    private static final int ANALYSTS = 20;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final double MOST_SLOWER = 0.2;

    private final BenchedServer server;
    private final List<String> analysts;
    private final String screen;
    private final PageLoads pages;
    private final Duration length;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Latencies without = new Latencies();
    private final Latencies with = new Latencies();

    private QueriesBenchmark(BenchedServer server, List<String> cookies, Duration length) throws IOException {
        this.server = server;
        this.screen = cookies.get(0);
        this.analysts = cookies.subList(1, cookies.size());
        this.pages = new PageLoads(new Questions(server, screen));
        this.length = length;
    }

    /** Arguments: the home of a plant that is being served for the first time, seconds of a part, number of pairs. */
    public static void main(String[] arguments) throws Exception {
        Home home = new Home(Path.of(arguments[0]));
        ServerAddress address = ServerAddress.of(home).orElseThrow();
        BenchedServer server = new BenchedServer(address.port(), address.pid());
        List<String> names = Stream.concat(
                        Stream.of(BenchedServer.USER),
                        IntStream.rangeClosed(1, ANALYSTS).mapToObj(i -> "analyst" + i))
                .toList();
        List<String> cookies = server.makeUsers(home.adminPasswordFile(), names);
        boolean met = new QueriesBenchmark(server, cookies, Duration.ofSeconds(Long.parseLong(arguments[1])))
                .run(Integer.parseInt(arguments[2]));
        System.exit(met ? 0 : 1);
    }

    private boolean run(int pairs) throws Exception {
        watch(new Latencies(), 0);
        System.out.printf(
                "page Today, %d screens, a page, then a pause of %d s; %d analysts; %d pairs of %d s%n",
                SCREENS, PAUSE.toSeconds(), ANALYSTS, pairs, length.toSeconds());
        for (int pair = 1; pair <= pairs; pair++) {
            Latencies calm = new Latencies();
            Latencies busy = new Latencies();
            // The first of a pair alternates, so that what warms up or wears out is on both sides.
            if (pair % 2 == 1) {
                watch(calm, pair);
                beside(busy, pair);
            } else {
                beside(busy, pair);
                watch(calm, pair);
            }
            System.out.println("pair " + pair + ": without " + calm + "; with " + busy);
            without.addAll(calm);
            with.addAll(busy);
        }
        System.out.println("all without: " + without);
        System.out.println("all with:    " + with);
        double slower = with.p95() / without.p95() - 1;
        System.out.printf("p95 with runaway queries: %+.0f %% (most %.0f %%)%n", 100 * slower, 100 * MOST_SLOWER);
        return slower <= MOST_SLOWER;
    }

    /** The same while the analysts are at work. */
    private void beside(Latencies latencies, int seed) throws Exception {
        Runaways runaways = new Runaways(server, analysts);
        runaways.start();
        Thread.sleep(PAUSE.toMillis());
        watch(latencies, seed);
        runaways.stop();
    }

    private void watch(Latencies latencies, int seed) throws Exception {
        long end = System.nanoTime() + length.toNanos();
        Duration worked = server.worked();
        List<Callable<Boolean>> screens = new ArrayList<>();
        for (int i = 0; i < SCREENS; i++) {
            Random random = new Random(seed * 100L + i);
            screens.add(() -> {
                while (System.nanoTime() < end) {
                    open(pages.today(random), latencies);
                    Thread.sleep((long) (PAUSE.toMillis() * (0.5 + random.nextDouble())));
                }
                return true;
            });
        }
        finish(threads.invokeAll(screens));
        latencies.worked = latencies.worked.plus(server.worked().minus(worked));
    }

    /** Opens the page as a browser does: its requests side by side. */
    private void open(PageLoads.Load page, Latencies latencies) throws Exception {
        List<Callable<Boolean>> requests = new ArrayList<>();
        page.lists().stream()
                .flatMap(List::stream)
                .forEach(question -> requests.add(() -> {
                    long start = System.nanoTime();
                    server.ask(question, screen);
                    return latencies.add(System.nanoTime() - start);
                }));
        finish(threads.invokeAll(requests));
    }

    private static void finish(List<Future<Boolean>> all) throws Exception {
        for (Future<Boolean> each : all) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            }
        }
    }

    /** How long answers took. */
    private static final class Latencies {
        private final List<Double> milliseconds = new ArrayList<>();
        private Duration worked = Duration.ZERO;

        synchronized boolean add(long nanoseconds) {
            return milliseconds.add(nanoseconds / 1e6);
        }

        void addAll(Latencies other) {
            milliseconds.addAll(other.milliseconds);
            worked = worked.plus(other.worked);
        }

        double p95() {
            return at(0.95);
        }

        private double at(double share) {
            return Timings.at(
                    milliseconds.stream()
                            .mapToDouble(Double::doubleValue)
                            .sorted()
                            .toArray(),
                    share);
        }

        @Override
        public String toString() {
            return String.format(
                    "%d answers, p50 %.1f ms, p95 %.1f ms, %.1f ms of CPU of the server each",
                    milliseconds.size(), at(0.5), p95(), worked.toNanos() / 1e6 / milliseconds.size());
        }
    }
}
