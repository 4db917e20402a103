package io.yieldline.cli;

import io.yieldline.Hint;
import io.yieldline.operation.Caller;
import io.yieldline.operation.OpenPlant;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The global options: plant, database, output. */
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
            "  yieldline demo                             create a demo plant",
            "  yieldline --home plant init                create your own plant",
            "  yieldline --home plant ingest Downloads/   load all exports in a folder",
            "  yieldline --home plant aggregate           bring the marts up to date",
            "  yieldline --home plant show station_yield_daily --format csv",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a quality check failed, 4 partly done, 11 locked."
        })
final class YieldlineCommand implements Runnable {
    private static final Path DEFAULT_HOME = Path.of("plant");

    private final CommandEnvironment environment;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:YIELDLINE_HOME:-plant}",
            description = "Home directory of the plant (environment: YIELDLINE_HOME; default: ${DEFAULT-VALUE}).")
    Path home = DEFAULT_HOME;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${env:YIELDLINE_CONFIG}",
            description = "Settings file instead of yieldline.yaml in the home (environment: YIELDLINE_CONFIG).")
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
            description = "Print only the result, no progress.")
    boolean quiet;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long to wait for another command on the same plant to end (default: ${DEFAULT-VALUE}).")
    long wait = 120;

    YieldlineCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The program as it is called for the same plant. */
    String program() {
        return home.equals(DEFAULT_HOME) ? "yieldline" : Hint.program(home);
    }

    Home plantHome() {
        return new Home(home);
    }

    Profile chosenProfile() {
        return profile == null ? Profile.PLANT : Profile.of(profile);
    }

    /** The plant according to its settings and the global options. */
    Plant plant() {
        OpenPlant held = environment.held();
        return held == null ? Plants.open(this) : held.plant();
    }

    /** The plant as its files are now, with the global options. */
    Plant plantFromFiles() {
        return Plants.open(this);
    }

    /** The file with the settings. */
    Path settingsFile() {
        return config == null ? plantHome().settingsFile() : config;
    }

    /** The plant that this process serves; empty for a command that opens it itself. */
    Optional<OpenPlant> held() {
        return Optional.ofNullable(environment.held()).map(OpenPlant::shared);
    }

    /** The server that holds the plant and runs this command; empty in the server itself. */
    Optional<RemoteProgram> server() {
        return environment.held() == null ? RemoteProgram.of(this) : Optional.empty();
    }

    /** Whether a command must open the plant itself, because no server holds it. */
    boolean alone() {
        return environment.held() == null && server().isEmpty();
    }

    /** Waits for other commands on the plant as long as the user wants. */
    Turn turn() {
        return new Turn(Duration.ofSeconds(wait), console());
    }

    InstantSource clock() {
        return environment.clock();
    }

    /** The user of the command. */
    Caller caller() {
        return environment.caller();
    }

    Console console() {
        return new Console(spec.commandLine(), environment.terminal(), json, quiet, program());
    }
}
