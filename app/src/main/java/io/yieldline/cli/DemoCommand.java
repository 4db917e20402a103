package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.mart.Scope;
import io.yieldline.operation.Caller;
import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.Runner;
import io.yieldline.operation.load.AggregateOperation;
import io.yieldline.operation.load.IngestOperation;
import io.yieldline.operation.watch.CheckOperation;
import io.yieldline.plant.FolderWalk;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Creates and loads a demo plant. */
@Command(
        mixinStandardHelpOptions = true,
        header = "Create a demo plant with generated exports, and load them.",
        description = "The same options always generate the same exports. The home must be new or empty.",
        footer = {
            "",
            "Examples:",
            "  yieldline demo",
            "  yieldline --home big-demo demo --days 90 --units 15000 --seed 7"
        })
final class DemoCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    YieldlineCommand parent;

    @Option(names = "--days", paramLabel = "N", defaultValue = "28", description = "Number of days (default: 28).")
    int days = 28;

    @Option(
            names = "--units",
            paramLabel = "N",
            defaultValue = "1200",
            description = "Number of units (default: 1200).")
    int units = 1200;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the random numbers (default: 1).")
    long seed = 1;

    @Option(
            names = "--first-day",
            paramLabel = "DAY",
            defaultValue = "2025-03-03",
            description = "First day (default: ${DEFAULT-VALUE}).")
    LocalDate firstDay = LocalDate.of(2025, 3, 3);

    @Override
    public Integer call() {
        YieldlineCommand options = Objects.requireNonNull(parent);
        Home home = home(options);
        refuseUsed(home);
        DemoSettings settings = new DemoSettings(firstDay, days, units, seed);
        Plant.init(home, "demo", DemoPlant.ZONE, options.chosenProfile());
        options.home = home.directory();
        Console console = options.console();
        List<Path> exports =
                DemoPlant.generate(settings).writeTo(home.directory().resolve("exports"));
        try (OpenPlant open = OpenPlant.open(options.plant(), options.clock());
                CliProgress progress = console.progress()) {
            Demonstration seen = run(
                    new Runner(open, options.clock(), Caller.cli()), exports, firstDay.plusDays(days - 1L), progress);
            progress.close();
            show(seen, home, console);
            return seen.exitCode().number();
        }
    }

    /** Checked as of its last day: later days without data are no finding. */
    private static Demonstration run(Runner runner, List<Path> exports, LocalDate lastDay, CliProgress progress) {
        IngestOperation.Loaded loaded =
                runner.run(new IngestOperation(), new IngestOperation.Parameters(exports, null), progress);
        AggregateOperation.Aggregated aggregated = runner.run(
                new AggregateOperation(), new AggregateOperation.Parameters(new Scope.Recent(), List.of()), progress);
        CheckOperation.Checked checked = runner.run(
                new CheckOperation(), new CheckOperation.Parameters(List.of(), null, lastDay, false, false), progress);
        return new Demonstration(loaded, aggregated, checked);
    }

    private static void show(Demonstration seen, Home home, Console console) {
        if (console.json()) {
            Map<String, Object> parts = new LinkedHashMap<>();
            parts.put("home", home.directory().toString());
            parts.put("loaded", seen.loaded());
            parts.put("aggregated", seen.aggregated());
            parts.put("checked", seen.checked());
            console.json(parts);
        } else {
            DemoText.print(seen, home, console);
        }
    }

    /** Without --home the demo plant is created next to the plant, never in it. */
    private static Home home(YieldlineCommand options) {
        boolean chosen = options.spec.commandLine().getParseResult().hasMatchedOption("--home");
        return new Home(chosen ? options.home : free("demo-plant"));
    }

    private static Path free(String name) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> Path.of(number == 1 ? name : name + "-" + number))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
    }

    private static void refuseUsed(Home home) {
        FolderWalk walk = FolderWalk.list(home.directory());
        if (!walk.entries().isEmpty() || !walk.passedOver().isEmpty()) {
            throw new UserError(
                    ExitCode.USAGE, home.directory() + " is not empty; give the demo a new directory with --home");
        }
    }

    /** The results of the demo. Parked exports are expected, so they are no failure. */
    record Demonstration(
            IngestOperation.Loaded loaded, AggregateOperation.Aggregated aggregated, CheckOperation.Checked checked) {
        ExitCode exitCode() {
            return aggregated.exitCode() == ExitCode.DONE ? checked.exitCode() : aggregated.exitCode();
        }
    }
}
