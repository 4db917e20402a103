package io.yieldline.cli;

import io.yieldline.TimeInput;
import io.yieldline.api.auth.AuditOperation;
import io.yieldline.api.auth.TokensOperation;
import io.yieldline.api.auth.UsersOperation;
import io.yieldline.api.subscription.SubscriptionsOperation;
import io.yieldline.operation.ask.AnnotationsOperation;
import io.yieldline.operation.ask.CodesOperation;
import io.yieldline.operation.ask.DebugOperation;
import io.yieldline.operation.ask.DiffOperation;
import io.yieldline.operation.ask.ExplainOperation;
import io.yieldline.operation.ask.ExportOperation;
import io.yieldline.operation.ask.FindingsOperation;
import io.yieldline.operation.ask.ForecastOperation;
import io.yieldline.operation.ask.QueriesOperation;
import io.yieldline.operation.ask.QueryOperation;
import io.yieldline.operation.ask.RejectsOperation;
import io.yieldline.operation.ask.RetestsOperation;
import io.yieldline.operation.ask.RunsOperation;
import io.yieldline.operation.ask.ShiftsOperation;
import io.yieldline.operation.ask.ShowOperation;
import io.yieldline.operation.ask.SnapshotsOperation;
import io.yieldline.operation.ask.StatusOperation;
import io.yieldline.operation.ask.SuspectsOperation;
import io.yieldline.operation.ask.TargetsOperation;
import io.yieldline.operation.ask.YieldChangeOperation;
import io.yieldline.operation.catalogue.Sequences;
import io.yieldline.operation.change.BackupOperation;
import io.yieldline.operation.change.BackupsOperation;
import io.yieldline.operation.change.CleanOperation;
import io.yieldline.operation.change.PurgeOperation;
import io.yieldline.operation.change.RebuildOperation;
import io.yieldline.operation.change.RestoreOperation;
import io.yieldline.operation.change.UndoOperation;
import io.yieldline.operation.change.VerifyBackupOperation;
import io.yieldline.operation.change.WipeOperation;
import io.yieldline.operation.load.AggregateOperation;
import io.yieldline.operation.load.DismissOperation;
import io.yieldline.operation.load.InboxOperation;
import io.yieldline.operation.load.IngestOperation;
import io.yieldline.operation.load.LoadOperation;
import io.yieldline.operation.load.RetryOperation;
import io.yieldline.operation.load.SnapshotOperation;
import io.yieldline.operation.watch.AlertOperation;
import io.yieldline.operation.watch.AlertsOperation;
import io.yieldline.operation.watch.CheckOperation;
import io.yieldline.operation.watch.DoctorOperation;
import io.yieldline.operation.watch.MetricsOperation;
import io.yieldline.operation.watch.RecoverOperation;
import io.yieldline.operation.watch.ReportOperation;
import io.yieldline.operation.watch.ScheduleOperation;
import io.yieldline.operation.watch.ScoreOperation;
import io.yieldline.warehouse.Warehouses;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
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
        COMMANDS.put(IngestOperation.NAME, IngestCommand.class);
        COMMANDS.put(LoadOperation.NAME, LoadCommand.class);
        COMMANDS.put(InboxOperation.NAME, InboxCommand.class);
        COMMANDS.put(RetryOperation.NAME, RetryCommand.class);
        COMMANDS.put(DismissOperation.NAME, DismissCommand.class);
        COMMANDS.put(AggregateOperation.NAME, AggregateCommand.class);
        COMMANDS.put(Sequences.DAILY, DailyCommand.class);
        COMMANDS.put(Sequences.WEEKLY, WeeklyCommand.class);
        COMMANDS.put(ScheduleOperation.NAME, ScheduleCommand.class);
        COMMANDS.put(CheckOperation.NAME, CheckCommand.class);
        COMMANDS.put(ReportOperation.NAME, ReportCommand.class);
        COMMANDS.put(ScoreOperation.NAME, ScoreCommand.class);
        COMMANDS.put(DoctorOperation.NAME, DoctorCommand.class);
        COMMANDS.put(RecoverOperation.NAME, RecoverCommand.class);
        COMMANDS.put(MetricsOperation.NAME, MetricsCommand.class);
        COMMANDS.put(StatusOperation.NAME, StatusCommand.class);
        COMMANDS.put(RunsOperation.NAME, RunsCommand.class);
        COMMANDS.put(RejectsOperation.NAME, RejectsCommand.class);
        COMMANDS.put(AlertsOperation.NAME, AlertsCommand.class);
        COMMANDS.put(AlertOperation.NAME, AlertCommand.class);
        COMMANDS.put(ShowOperation.NAME, ShowCommand.class);
        COMMANDS.put(ExplainOperation.NAME, ExplainCommand.class);
        COMMANDS.put(FindingsOperation.NAME, FindingsCommand.class);
        COMMANDS.put(YieldChangeOperation.NAME, ChangeCommand.class);
        COMMANDS.put(ShiftsOperation.NAME, ShiftsCommand.class);
        COMMANDS.put(SuspectsOperation.NAME, SuspectsCommand.class);
        COMMANDS.put(CodesOperation.NAME, CodesCommand.class);
        COMMANDS.put(TargetsOperation.NAME, TargetsCommand.class);
        COMMANDS.put(AnnotationsOperation.NAME, AnnotationsCommand.class);
        COMMANDS.put(ForecastOperation.NAME, ForecastCommand.class);
        COMMANDS.put(RetestsOperation.NAME, RetestsCommand.class);
        COMMANDS.put(DebugOperation.NAME, DebugCommand.class);
        COMMANDS.put(ExportOperation.NAME, ExportCommand.class);
        COMMANDS.put(QueryOperation.NAME, QueryCommand.class);
        COMMANDS.put(QueriesOperation.NAME, QueriesCommand.class);
        COMMANDS.put(SubscriptionsOperation.NAME, SubscriptionsCommand.class);
        COMMANDS.put("serve", ServeCommand.class);
        COMMANDS.put(UsersOperation.NAME, UsersCommand.class);
        COMMANDS.put(TokensOperation.NAME, TokensCommand.class);
        COMMANDS.put(AuditOperation.NAME, AuditCommand.class);
        COMMANDS.put("feeds", FeedsCommand.class);
        COMMANDS.put("marts", MartsCommand.class);
        COMMANDS.put(SnapshotOperation.NAME, SnapshotCommand.class);
        COMMANDS.put(SnapshotsOperation.NAME, SnapshotsCommand.class);
        COMMANDS.put(DiffOperation.NAME, DiffCommand.class);
        COMMANDS.put(BackupOperation.NAME, BackupCommand.class);
        COMMANDS.put(BackupsOperation.NAME, BackupsCommand.class);
        COMMANDS.put(VerifyBackupOperation.NAME, VerifyBackupCommand.class);
        COMMANDS.put(RestoreOperation.NAME, RestoreCommand.class);
        COMMANDS.put(RebuildOperation.NAME, RebuildCommand.class);
        COMMANDS.put(CleanOperation.NAME, CleanCommand.class);
        COMMANDS.put(WipeOperation.NAME, WipeCommand.class);
        COMMANDS.put(PurgeOperation.NAME, PurgeCommand.class);
        COMMANDS.put(UndoOperation.NAME, UndoCommand.class);
        COMMANDS.put("adopt", AdoptCommand.class);
        COMMANDS.put("demo", DemoCommand.class);
        COMMANDS.put("completion", CompletionCommand.class);
    }

    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command; returns its exit code. */
    static int run(String... arguments) {
        Warehouses.preload();
        Ansi colours = new LocalTerminal().attached() ? Ansi.AUTO : Ansi.OFF;
        return commandLine(CommandEnvironment.of(InstantSource.system()), named(arguments))
                .setColorScheme(CommandLine.Help.defaultColorScheme(colours))
                .execute(arguments);
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
                .registerConverter(LocalTime.class, OptionParsers.valid(TimeInput::timeOfDay))
                .registerConverter(BigDecimal.class, OptionParsers::number)
                .registerConverter(ZoneId.class, OptionParsers.valid(TimeInput::zone))
                .registerConverter(UsersOperation.Action.class, OptionParsers.oneOf(UsersOperation.Action.class))
                .registerConverter(TokensOperation.Action.class, OptionParsers.oneOf(TokensOperation.Action.class))
                .registerConverter(AggregateCommand.Mode.class, OptionParsers.oneOf(AggregateCommand.Mode.class))
                .registerConverter(CleanOperation.What.class, OptionParsers.oneOf(CleanOperation.What.class))
                .registerConverter(ExportCommand.Format.class, OptionParsers.oneOf(ExportCommand.Format.class))
                .registerConverter(QueryCommand.Format.class, OptionParsers.oneOf(QueryCommand.Format.class))
                .registerConverter(QueriesOperation.Action.class, OptionParsers.oneOf(QueriesOperation.Action.class))
                .registerConverter(
                        SubscriptionsOperation.Action.class, OptionParsers.oneOf(SubscriptionsOperation.Action.class))
                .registerConverter(ReportCommand.Format.class, OptionParsers.oneOf(ReportCommand.Format.class))
                .registerConverter(ReportOperation.What.class, OptionParsers.oneOf(ReportOperation.What.class))
                .registerConverter(FormatOption.Format.class, OptionParsers.oneOf(FormatOption.Format.class))
                .setAllowSubcommandsAsOptionParameters(true) // A home may be called "demo", and a plant "daily".
                .setExecutionStrategy(Errors::run)
                .setExecutionExceptionHandler(new Errors())
                .setParameterExceptionHandler(Errors::usage)
                .setUsageHelpAutoWidth(true);
    }
}
