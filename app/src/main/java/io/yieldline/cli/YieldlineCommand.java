package io.yieldline.cli;

import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The words before the command: which plant, which database, how to print. */
@Command(
        name = "yieldline",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Yieldline turns a factory's test and production exports into numbers that people can trust.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  yieldline demo                                     a plant to look at, made up and loaded",
            "  yieldline --home plant init                        a plant of your own",
            "  yieldline --home plant ingest Downloads/           load all exports in a folder",
            "  yieldline --home plant aggregate                   bring the marts up to date",
            "  yieldline --home plant show station_yield_daily --format csv",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a quality check failed, 4 partly done, 11 locked."
        })
final class YieldlineCommand implements Runnable {
    private static final Path DEFAULT_HOME = Path.of("plant");

    private final InstantSource clock;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:YIELDLINE_HOME:-plant}",
            description = "The plant's directory (environment: YIELDLINE_HOME; default: ${DEFAULT-VALUE}).")
    Path home = DEFAULT_HOME;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${env:YIELDLINE_CONFIG}",
            description = "Settings instead of yieldline.yaml in the home (environment: YIELDLINE_CONFIG).")
    @Nullable
    Path config;

    @Option(
            names = "--database",
            paramLabel = "ADDRESS",
            defaultValue = "${env:YIELDLINE_DATABASE}",
            description = "duckdb, or jdbc:postgresql://host:5432/name?user=... (environment: YIELDLINE_DATABASE).")
    @Nullable
    String database;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "${env:YIELDLINE_PROFILE}",
            description = "Rules of a new plant: plant (default), or etl-v2 for the numbers of the original scripts"
                    + " (environment: YIELDLINE_PROFILE).")
    @Nullable
    String profile;

    @Option(names = "--json", description = "Print the result as JSON.")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, only the result.")
    boolean quiet;

    YieldlineCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private String program() {
        String directory = home.toString();
        String shown = directory.matches("[\\w./:\\\\-]+") ? directory : "\"" + directory + "\"";
        return home.equals(DEFAULT_HOME) ? "yieldline" : "yieldline --home " + shown;
    }

    Home plantHome() {
        return new Home(home);
    }

    Profile chosenProfile() {
        return profile == null ? Profile.PLANT : Profile.of(profile);
    }

    /** The plant by its settings and what the command line says instead. */
    Plant plant() {
        return Plants.open(this);
    }

    InstantSource clock() {
        return clock;
    }

    Console console() {
        return new Console(spec.commandLine(), json, quiet, program());
    }
}
