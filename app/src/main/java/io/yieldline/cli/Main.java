package io.yieldline.cli;

import io.yieldline.TimeInput;
import io.yieldline.api.auth.TokensOperation;
import io.yieldline.api.auth.UsersOperation;
import io.yieldline.operation.change.CleanOperation;
import io.yieldline.operation.watch.ReportOperation;
import io.yieldline.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The program. */
public final class Main {
    /** In the order of the help. Classes, because reading the annotations of all commands takes longer than most commands. */
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("init", InitCommand.class);
        COMMANDS.put("ingest", IngestCommand.class);
        COMMANDS.put("inbox", InboxCommand.class);
        COMMANDS.put("retry", RetryCommand.class);
        COMMANDS.put("aggregate", AggregateCommand.class);
        COMMANDS.put("daily", DailyCommand.class);
        COMMANDS.put("weekly", WeeklyCommand.class);
        COMMANDS.put("schedule", ScheduleCommand.class);
        COMMANDS.put("check", CheckCommand.class);
        COMMANDS.put("report", ReportCommand.class);
        COMMANDS.put("score", ScoreCommand.class);
        COMMANDS.put("doctor", DoctorCommand.class);
        COMMANDS.put("recover", RecoverCommand.class);
        COMMANDS.put("metrics", MetricsCommand.class);
        COMMANDS.put("status", StatusCommand.class);
        COMMANDS.put("runs", RunsCommand.class);
        COMMANDS.put("rejects", RejectsCommand.class);
        COMMANDS.put("alerts", AlertsCommand.class);
        COMMANDS.put("alert", AlertCommand.class);
        COMMANDS.put("show", ShowCommand.class);
        COMMANDS.put("explain", ExplainCommand.class);
        COMMANDS.put("debug", DebugCommand.class);
        COMMANDS.put("export", ExportCommand.class);
        COMMANDS.put("serve", ServeCommand.class);
        COMMANDS.put("users", UsersCommand.class);
        COMMANDS.put("tokens", TokensCommand.class);
        COMMANDS.put("audit", AuditCommand.class);
        COMMANDS.put("feeds", FeedsCommand.class);
        COMMANDS.put("marts", MartsCommand.class);
        COMMANDS.put("backup", BackupCommand.class);
        COMMANDS.put("backups", BackupsCommand.class);
        COMMANDS.put("verify-backup", VerifyBackupCommand.class);
        COMMANDS.put("restore", RestoreCommand.class);
        COMMANDS.put("rebuild", RebuildCommand.class);
        COMMANDS.put("clean", CleanCommand.class);
        COMMANDS.put("wipe", WipeCommand.class);
        COMMANDS.put("purge", PurgeCommand.class);
        COMMANDS.put("undo", UndoCommand.class);
        COMMANDS.put("demo", DemoCommand.class);
        COMMANDS.put("completion", CompletionCommand.class);
    }

    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        Warehouse.preload();
        Ansi colours = new LocalTerminal().attached() ? Ansi.AUTO : Ansi.OFF;
        System.exit(commandLine(CommandEnvironment.of(InstantSource.system()), named(arguments))
                .setColorScheme(CommandLine.Help.defaultColorScheme(colours))
                .execute(arguments));
    }

    static CommandLine commandLine() {
        return commandLine(InstantSource.system());
    }

    static CommandLine commandLine(InstantSource clock) {
        return commandLine(CommandEnvironment.of(clock));
    }

    static CommandLine commandLine(CommandEnvironment environment) {
        return commandLine(environment, COMMANDS.keySet());
    }

    private static CommandLine commandLine(CommandEnvironment environment, Set<String> commands) {
        CommandLine program = new CommandLine(new YieldlineCommand(environment));
        COMMANDS.entrySet().stream()
                .filter(command -> commands.contains(command.getKey()))
                .forEach(command -> program.addSubcommand(command.getKey(), command.getValue()));
        return configured(program).registerConverter(Path.class, environment.directory()::resolve);
    }

    /** The commands in the arguments; all commands if there are none, or if all are needed. */
    private static Set<String> named(String[] arguments) {
        Set<String> named = new HashSet<>(List.of(arguments));
        named.retainAll(COMMANDS.keySet());
        return named.isEmpty() || named.contains("completion") ? COMMANDS.keySet() : named;
    }

    private static CommandLine configured(CommandLine program) {
        return program.registerConverter(LocalDate.class, OptionParsers.valid(TimeInput::day))
                .registerConverter(ZoneId.class, OptionParsers.valid(TimeInput::zone))
                .registerConverter(UsersOperation.Action.class, OptionParsers.oneOf(UsersOperation.Action.class))
                .registerConverter(TokensOperation.Action.class, OptionParsers.oneOf(TokensOperation.Action.class))
                .registerConverter(AggregateCommand.Mode.class, OptionParsers.oneOf(AggregateCommand.Mode.class))
                .registerConverter(CleanOperation.What.class, OptionParsers.oneOf(CleanOperation.What.class))
                .registerConverter(ExportCommand.Format.class, OptionParsers.oneOf(ExportCommand.Format.class))
                .registerConverter(ReportCommand.Format.class, OptionParsers.oneOf(ReportCommand.Format.class))
                .registerConverter(ReportOperation.What.class, OptionParsers.oneOf(ReportOperation.What.class))
                .registerConverter(FormatOption.Format.class, OptionParsers.oneOf(FormatOption.Format.class))
                .setExecutionExceptionHandler(new Errors())
                .setParameterExceptionHandler(Errors::usage)
                .setUsageHelpAutoWidth(true);
    }
}
