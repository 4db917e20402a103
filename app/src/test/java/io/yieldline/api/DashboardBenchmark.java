package io.yieldline.api;

import com.sun.management.OperatingSystemMXBean;
import io.yieldline.plant.Home;
import io.yieldline.plant.ServerAddress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
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

/** How long the API and the first page of the dashboard take with twenty clients; never part of the build. */
public final class DashboardBenchmark {
    private static final int CLIENTS = 20;
    private static final int KNOWN = 60;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final BenchedServer server;
    private final String cookie;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Duration length;
    private boolean met = true;

    private DashboardBenchmark(BenchedServer server, Duration length) throws IOException {
        this.server = server;
        this.length = length;
        this.cookie = server.logIn();
    }

    /** Arguments: the home of a plant that is being served for the first time, and the seconds of each part. */
    public static void main(String[] arguments) throws Exception {
        Home home = new Home(Path.of(arguments[0]));
        ServerAddress address = ServerAddress.of(home).orElseThrow();
        BenchedServer server = new BenchedServer(address.port(), address.pid());
        server.makeUser(home.adminPasswordFile());
        DashboardBenchmark benchmark = new DashboardBenchmark(server, Duration.ofSeconds(Long.parseLong(arguments[1])));
        boolean met = benchmark.run();
        benchmark.threads.shutdownNow();
        System.exit(met ? 0 : 1);
    }

    private boolean run() throws Exception {
        if (!length.isZero()) {
            parts();
        }
        System.out.println();
        System.out.println("the first page in Chromium, logged in; nobody else asks");
        met &= FirstPage.measure(server.address(), 7);
        return met;
    }

    private void parts() throws Exception {
        Questions questions = new Questions(server, cookie);
        PageLoads pages = new PageLoads(questions);
        List<Question> known = questions.some(KNOWN, new Random(2));
        String pause = ", a page, then a pause of " + PAUSE.toSeconds() + " s";
        Step fresh = (random, timings) -> ask(questions.any(random), timings);
        part("warming up: windows that nobody asked for, no pause", CLIENTS, false, fresh);
        part("one client alone, no pause: windows that nobody asked for", 1, false, fresh);
        part("pages about any day" + pause, true, (random, timings) -> open(pages.any(random), timings, random));
        part(
                "pages about the latest day" + pause,
                true,
                (random, timings) -> open(pages.latest(random), timings, random));
        part(
                "windows that come again, no pause",
                true,
                (random, timings) -> ask(known.get(random.nextInt(known.size())), timings));
        part("windows that nobody asked for, no pause", true, fresh);
        part(
                "the largest answers, no pause",
                CLIENTS,
                false,
                (random, timings) -> ask(questions.large(random), timings));
    }

    private void part(String title, boolean judged, Step step) throws Exception {
        part(title, CLIENTS, judged, step);
    }

    /** All clients at work for a while. */
    private void part(String title, int clients, boolean judged, Step step) throws Exception {
        Timings timings = new Timings();
        long end = System.nanoTime() + length.toNanos();
        Duration served = server.worked();
        long asked = PROCESS.getProcessCpuTime();
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Random random = new Random(title.hashCode() + i);
            all.add(() -> {
                while (System.nanoTime() < end) {
                    step.take(random, timings);
                }
                return true;
            });
        }
        for (Future<Boolean> client : threads.invokeAll(all)) {
            client.get();
        }
        long answers = timings.answers();
        System.out.printf(
                "%n%s%n%d clients, %d s, %d answers, %.0f a second; CPU an answer: server %.1f ms, clients %.1f ms%n",
                title,
                clients,
                length.toSeconds(),
                answers,
                (double) answers / length.toSeconds(),
                server.worked().minus(served).toNanos() / 1e6 / answers,
                (PROCESS.getProcessCpuTime() - asked) / 1e6 / answers);
        met &= timings.print(judged);
    }

    private int ask(Question question, Timings timings) throws IOException {
        long start = System.nanoTime();
        int bytes = server.ask(question, cookie);
        timings.add(question.name(), (System.nanoTime() - start) / 1e6, bytes);
        return bytes;
    }

    /** Opens a page as a browser does: its lists side by side; then looks at it. */
    private void open(PageLoads.Load load, Timings timings, Random random) throws Exception {
        Thread.sleep((long) (PAUSE.toMillis() * (0.5 + random.nextDouble())));
        List<Callable<Integer>> lists = new ArrayList<>();
        for (List<Question> list : load.lists()) {
            lists.add(() -> {
                int bytes = 0;
                for (Question question : list) {
                    bytes += ask(question.of(load.page()), timings);
                }
                return bytes;
            });
        }
        for (Future<Integer> list : threads.invokeAll(lists)) {
            finish(list);
        }
    }

    private static void finish(Future<Integer> list) throws Exception {
        try {
            list.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    /** What a client does again and again. */
    @FunctionalInterface
    private interface Step {
        void take(Random random, Timings timings) throws Exception;
    }
}
