package io.yieldline.scale;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads the exports of many plants on Spark, and writes their marts as snapshots of a store. */
@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        header = "Load the exports of many plants on Apache Spark into a store.",
        description =
                "Of each plant the exports that are new are read, merged and counted, and a snapshot is written with the"
                        + " marts of the days that changed. If the job ends early, run it again.",
        sortOptions = false)
public final class ScaleJob implements Callable<Integer> {
    private static final Pattern PATTERN = Pattern.compile("[*?\\[\\]{}]");

    @Option(
            names = "--plants",
            required = true,
            arity = "1..*",
            paramLabel = "DIR",
            description = "Home of a plant, or a folder with its yieldline.yaml, rules.yaml, feeds/ and marts/.")
    List<Path> plants = List.of();

    @Option(
            names = "--exports",
            required = true,
            paramLabel = "URI",
            description =
                    "Folder with the exports of each plant in a folder of its name; those of a single plant may lie in it"
                            + " directly. Every machine must see it.")
    String exports = "";

    @Option(
            names = "--store",
            required = true,
            paramLabel = "URI",
            description = "Folder for a store of each plant, in a folder of its name. Every machine must see it.")
    String store = "";

    @Option(
            names = "--months",
            split = ",",
            paramLabel = "MONTH",
            description = "Months, such as 2025-04, whose marts are made again although no export came.")
    List<YearMonth> months = List.of();

    @Option(names = "--retry", description = "Read parked exports again.")
    boolean retry;

    @Option(
            names = "--keep",
            defaultValue = "7",
            paramLabel = "N",
            description = "Snapshots of a plant that stay (default: ${DEFAULT-VALUE}).")
    int keep = 7;

    @Option(
            names = "--at-once",
            defaultValue = "2",
            paramLabel = "N",
            description = "Plants that are at work at the same time (default: ${DEFAULT-VALUE}).")
    int atOnce = 2;

    @Option(
            names = "--master",
            defaultValue = "local[*]",
            paramLabel = "ADDRESS",
            description = "The cluster, such as spark://host:7077 (default: this machine).")
    String master = "local[*]";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of Spark, such as spark.executor.memory=4g.")
    Map<String, String> settings = new HashMap<>();

    private final PrintStream out;
    private final InstantSource clock;

    /** A job that prints its report. */
    public ScaleJob(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Runs a job and ends the process. */
    public static void main(String[] words) {
        System.exit(run(System.out, InstantSource.system(), words));
    }

    static int run(PrintStream out, InstantSource clock, String... words) {
        return new CommandLine(new ScaleJob(out, clock))
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    if (e instanceof UserError wrong) {
                        line.getErr().println("error: " + wrong.getMessage());
                        return wrong.exitCode().number();
                    }
                    throw e;
                })
                .execute(words);
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        Map<Home, PlantRun.Options> work = work();
        SparkSession spark = Sessions.open("yieldline", master, settings);
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, atOnce));
        try {
            List<Future<Boolean>> running = work.entrySet().stream()
                    .map(plant -> pool.submit(() -> done(spark, plant.getKey(), plant.getValue())))
                    .toList();
            long failed = 0;
            for (Future<Boolean> plant : running) {
                failed += plant.get() ? 0 : 1;
            }
            return exitCode(failed, running.size()).number();
        } finally {
            pool.shutdownNow();
            spark.stop();
        }
    }

    private static ExitCode exitCode(long failed, long all) {
        return failed == 0 ? ExitCode.DONE : failed == all ? ExitCode.FAILED : ExitCode.PARTLY;
    }

    /** The folders of each plant; two plants of one name would write into the same store. */
    private Map<Home, PlantRun.Options> work() {
        Map<String, Home> names = new HashMap<>();
        Map<Home, PlantRun.Options> work = new java.util.LinkedHashMap<>();
        for (Path folder : plants) {
            Home home = new Home(folder);
            String name = Plant.open(home).settings().plant();
            Home other = names.put(name, home);
            if (other != null) {
                throw new UserError(
                        ExitCode.USAGE,
                        other.directory() + " and " + folder + " are both plant \"" + name
                                + "\"; give each plant a name of its own in yieldline.yaml");
            }
            requireNoPattern(new org.apache.hadoop.fs.Path(store, name));
            work.put(home, options(name));
        }
        return work;
    }

    /** Spark finds no file below a folder with such a name, or those of other folders, too, or each of them twice. */
    static void requireNoPattern(org.apache.hadoop.fs.Path folder) {
        if (PATTERN.matcher(folder.toString()).find()) {
            throw new UserError(
                    ExitCode.USAGE,
                    folder
                            + ": Spark takes * ? [ ] { } in the name of a folder for a pattern; give the plant another name in"
                            + " yieldline.yaml, or the store another folder");
        }
    }

    private PlantRun.Options options(String plant) {
        return new PlantRun.Options(exportsOf(plant), new org.apache.hadoop.fs.Path(store, plant), months, keep, retry);
    }

    private org.apache.hadoop.fs.Path exportsOf(String plant) {
        org.apache.hadoop.fs.Path all = new org.apache.hadoop.fs.Path(exports);
        org.apache.hadoop.fs.Path own = new org.apache.hadoop.fs.Path(all, plant);
        try {
            boolean single = plants.size() == 1
                    && !own.getFileSystem(new org.apache.hadoop.conf.Configuration())
                            .exists(own);
            return single ? all : own;
        } catch (IOException e) {
            throw new UserError(exports + " cannot be read: " + e.getMessage());
        }
    }

    /** Runs a plant, and says at once what became of it; whether it was done. */
    private boolean done(SparkSession spark, Home home, PlantRun.Options options) {
        try (PlantRun run = new PlantRun(spark, home, options, clock)) {
            say(run.run(line -> say(List.of(line))).lines());
            return true;
        } catch (Exception | Error e) { // Spark throws checked exceptions without declaring them.
            say(List.of(options.store().getName() + ": failed, " + reason(e) + "; run the job again"));
            return false;
        }
    }

    /** The lines of one plant stay together. */
    private synchronized void say(List<String> lines) {
        lines.forEach(out::println);
    }

    private static String reason(Throwable cause) {
        if (cause instanceof UserError wrong) {
            return wrong.getMessage();
        }
        cause.printStackTrace();
        return String.valueOf(cause).lines().findFirst().orElse("");
    }
}
