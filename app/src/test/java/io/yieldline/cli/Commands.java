package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.catalogue.Operations;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** All commands, those inside commands too, in the order of the help. */
final class Commands {
    private static final String PROGRAM = "yieldline ";

    private Commands() {}

    static Stream<CommandLine> all() {
        return all(Main.commandLine());
    }

    static Stream<CommandLine> all(CommandLine program) {
        return program.getSubcommands().values().stream()
                .flatMap(command -> Stream.concat(Stream.of(command), all(command)));
    }

    /** The name as typed after {@code yieldline}. */
    static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName().substring(PROGRAM.length());
    }

    static String purpose(CommandLine command) {
        return command.getCommandSpec().usageMessage().header()[0];
    }

    /** As the operation writes it; else the name and what it cannot do without. */
    static String usage(CommandLine command) {
        return Operations.all().stream()
                .filter(operation -> operation.name().equals(name(command)))
                .map(Operation::command)
                .findFirst()
                .orElseGet(() -> name(command) + words(command.getCommandSpec()));
    }

    private static String words(CommandSpec command) {
        return Stream.concat(
                        command.positionalParameters().stream().map(Commands::word),
                        command.options().stream()
                                .filter(OptionSpec::required)
                                .filter(option -> option.group() == null)
                                .map(option -> option.longestName() + " " + option.paramLabel()))
                .map(word -> " " + word)
                .collect(Collectors.joining());
    }

    private static String word(PositionalParamSpec parameter) {
        return parameter.arity().min() == 0 ? "[" + parameter.paramLabel() + "]" : parameter.paramLabel();
    }
}
