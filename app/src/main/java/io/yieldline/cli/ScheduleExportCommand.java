package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.plant.Plant;
import io.yieldline.schedule.Crontab;
import io.yieldline.schedule.JobHost;
import io.yieldline.schedule.Schedule;
import io.yieldline.schedule.SystemdUnits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes the schedule for cron or systemd. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        header = "Write the schedule for cron or systemd, to run it without the server.",
        description = {
            "cron does not catch up missed runs or retry failed ones; systemd does both. The lines of cron are in the"
                    + " time of its machine; a job whose time there differs over the year is refused. The units run as a"
                    + " user of their own; one of them is for the server.",
            "Variables of the environment that the present command has, such as YIELDLINE_DATABASE, are named and"
                    + " never printed with their secrets: put them into the file of --environment.",
            "Do not let the server run the same jobs: write \"schedule: {}\" in the settings."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline schedule export --cron",
            "  yieldline schedule export --systemd --to units"
        })
final class ScheduleExportCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    ScheduleCommand parent;

    @ArgGroup(multiplicity = "1")
    Target target = new Target();

    @Option(names = "--to", paramLabel = "DIR", description = "Write the systemd units to files in this directory.")
    @Nullable
    Path folder;

    @Option(
            names = "--program",
            paramLabel = "FILE",
            description = "Program to call (default: the script that started this command).")
    @Nullable
    Path program;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            defaultValue = "yieldline",
            description = "User that runs the jobs and owns the home (default: yieldline).")
    String user = "yieldline";

    @Option(
            names = "--environment",
            paramLabel = "FILE",
            defaultValue = "/etc/default/yieldline",
            description = "File with variables for the jobs (default: /etc/default/yieldline).")
    String environment = "/etc/default/yieldline";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Time zone of the machine that runs cron (default: that of this machine).")
    @Nullable
    ZoneId zone;

    @Override
    public Integer call() {
        YieldlineCommand options = Objects.requireNonNull(parent).options();
        Plant plant = options.plant();
        Schedule schedule = Schedule.of(plant.settings());
        if (target.cron) {
            options.console()
                    .text(new Crontab(
                                    schedule,
                                    host(options, plant),
                                    options.clock().instant())
                            .text());
        } else {
            print(new SystemdUnits(schedule, host(options, plant)).files(), options.console());
        }
        return ExitCode.DONE.number();
    }

    private JobHost host(YieldlineCommand options, Plant plant) {
        return new JobHost(
                program(options),
                absolute(options.home),
                System.getProperty("java.home"),
                user,
                zone == null ? ZoneId.systemDefault() : zone,
                environment,
                ExportedVariables.of(options, plant));
    }

    private void print(Map<String, String> files, Console console) {
        if (folder == null) {
            files.forEach((name, text) -> console.text("# " + name + "\n" + text + "\n"));
        } else {
            files.forEach((name, text) -> write(folder.resolve(name), text));
            console.line("Wrote " + files.size() + " files to " + folder + ". Copy them to /etc/systemd/system, then:");
            console.line("systemctl daemon-reload");
            files.keySet().stream()
                    .filter(name -> name.endsWith(".timer"))
                    .forEach(name -> console.line("systemctl enable --now " + name));
            console.line("Or, for the server, which runs the jobs by itself, only:");
            console.line("systemctl enable --now " + SystemdUnits.SERVER);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UserError(file + ": cannot be written (" + e.getMessage() + ")");
        }
    }

    private List<String> program(YieldlineCommand options) {
        List<String> words = new ArrayList<>();
        words.add(program == null ? Launcher.path().toString() : program.toString());
        words.add("--home");
        words.add(absolute(options.home));
        if (options.config != null) {
            words.addAll(List.of("--config", absolute(options.config)));
        }
        return words;
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    /** The target of the export. */
    static final class Target {
        @Option(names = "--cron", description = "Write crontab lines.")
        boolean cron;

        @Option(names = "--systemd", description = "Write services and timers for systemd 249 or later.")
        boolean systemd;
    }
}
