package io.yieldline.cli;

import io.yieldline.ExitCode;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Prints a completion script. */
@Command(
        mixinStandardHelpOptions = true,
        header = "Print a script that completes commands and options in bash and zsh.",
        footer = {
            "",
            "Examples:",
            "  source <(yieldline completion)",
            "  yieldline completion > ~/.local/share/bash-completion/completions/yieldline"
        })
final class CompletionCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    YieldlineCommand parent;

    @Override
    public Integer call() {
        YieldlineCommand options = Objects.requireNonNull(parent);
        options.console().text(AutoComplete.bash("yieldline", options.spec.commandLine()));
        return ExitCode.DONE.number();
    }
}
