package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.Hint;
import io.yieldline.UserError;
import io.yieldline.Visible;
import io.yieldline.operation.ErrorLog;
import io.yieldline.plant.DatabaseAddress;
import io.yieldline.warehouse.DatabaseFault;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints errors: one line for errors that the user can fix; for unexpected errors also the location of the details. */
final class Errors implements IExecutionExceptionHandler {
    /** A file of the home with the line of its mistake. */
    private static final Pattern DEFINITION = Pattern.compile("^\\S.*\\.yaml:\\d+: ");

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        YieldlineCommand options =
                (YieldlineCommand) command.getCommandSpec().root().userObject();
        Throwable cause = error instanceof ExecutionException && error.getCause() != null ? error.getCause() : error;
        String explained = ErrorLog.of(options.plantHome(), options.clock()).explain(cause);
        command.getErr()
                .println("yieldline: " + Hint.complete(explained + again(explained, parsed), options.program()));
        if (cause instanceof DatabaseFault fault && fault.damage()) {
            String sent = DamageReport.damaged(fault, options.plant(), options.clock());
            command.getErr().print(sent.isEmpty() ? "" : Visible.line(sent) + System.lineSeparator());
        }
        return (error instanceof UserError wrong ? wrong.exitCode() : ExitCode.FAILED).number();
    }

    /** After a mistake in a file of the home, the command that was meant, to run once it is corrected. */
    private static String again(String explained, ParseResult parsed) {
        if (!DEFINITION.matcher(explained).find() || !parsed.hasSubcommand()) {
            return "";
        }
        List<String> words = parsed.originalArgs();
        return "; correct it, then run: yieldline " + masked(String.join(" ", words), words);
    }

    /** A text that repeats words of the command line, without the passwords in them. */
    private static String masked(String text, List<String> words) {
        String masked = text;
        for (String word : words) {
            masked = DatabaseAddress.maskedIn(masked, word.replaceFirst("^-[\\w-]*=", ""));
        }
        return masked;
    }

    /** Runs a command; what ends a program, such as a lack of threads, is an error as any other. */
    static int run(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (Error e) {
            throw new ExecutionException(parsed.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** A global option after the command. */
    private static Optional<OptionSpec> earlyOption(ParameterException error) {
        CommandSpec program = error.getCommandLine().getCommandSpec().root();
        return error instanceof UnmatchedArgumentException unmatched
                        && program != unmatched.getCommandLine().getCommandSpec()
                ? Optional.ofNullable(
                        program.findOption(unmatched.getUnmatched().get(0).replaceAll("=.*", "")))
                : Optional.empty();
    }

    static int usage(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        earlyOption(error)
                .ifPresentOrElse(
                        option -> say(rightPlace(option, command), command),
                        () -> printWrong(error, command, arguments));
        return ExitCode.USAGE.number();
    }

    private static String rightPlace(OptionSpec option, CommandLine command) {
        String name = option.longestName();
        String value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
        return name + " goes before the command: yieldline " + name + value + " " + command.getCommandName();
    }

    private static void say(String message, CommandLine command) {
        command.getErr().println("yieldline: " + Visible.line(message));
    }

    private static void printWrong(ParameterException error, CommandLine command, String[] arguments) {
        // picocli prints "option option" if the value of a map option is not a pair.
        String message = String.valueOf(error.getMessage()).replace("option option", "option");
        say(masked(message, List.of(arguments)), command);
        UnmatchedArgumentException.printSuggestions(error, command.getErr());
        command.getErr().println("see: " + command.getCommandSpec().qualifiedName() + " --help");
    }
}
