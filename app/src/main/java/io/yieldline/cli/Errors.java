package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.operation.ErrorLog;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong: one line for what the user can put right; for our own mistakes also where the details are. */
final class Errors implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        YieldlineCommand options =
                (YieldlineCommand) command.getCommandSpec().root().userObject();
        command.getErr()
                .println("yieldline: "
                        + ErrorLog.of(options.plantHome(), options.clock()).explain(error));
        return (error instanceof UserError wrong ? wrong.exitCode() : ExitCode.FAILED).number();
    }

    static int usage(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        // picocli says "option option" where the value of a map option is no pair.
        command.getErr()
                .println("yieldline: " + String.valueOf(error.getMessage()).replace("option option", "option"));
        UnmatchedArgumentException.printSuggestions(error, command.getErr());
        command.getErr().println("see: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.number();
    }
}
