package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong: one line for what the user can put right; for our own mistakes also where the details are. */
final class Errors implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (error instanceof UserError wrong) {
            err.println("yieldline: " + wrong.getMessage());
            return wrong.exitCode().number();
        }
        err.println("yieldline: unexpected error: " + firstLine(error) + "; " + keep(error));
        return ExitCode.FAILED.number();
    }

    static int usage(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        command.getErr().println("yieldline: " + firstLine(error));
        UnmatchedArgumentException.printSuggestions(error, command.getErr());
        command.getErr().println("see: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.number();
    }

    private static String firstLine(Exception error) {
        return error.toString().lines().findFirst().orElse("").replaceFirst("^[\\w.]*\\.(\\w+Exception)?(: )?", "");
    }

    private static String keep(Exception error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "yieldline-errors.log");
        try {
            Files.writeString(
                    file, Instant.now() + " " + trace + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return "the details are in " + file;
        } catch (IOException e) {
            return "the details: " + trace;
        }
    }
}
