package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.cli.Cli.Ran;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/** Help, and what stands in for it: completion, lists of what there is. */
class HelpTest {
    private static final List<String> WRONG = List.of("25:00", "2025-05-31..2025-05-01", "2025-02-30", "-1", "nothing");

    private final Cli cli = new Cli(Path.of("target", "no-plant"));

    @TestFactory
    Stream<DynamicTest> everyCommandHasExamples() {
        return Commands.all()
                .map(command -> DynamicTest.dynamicTest(Commands.name(command), () -> {
                    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
                    assertThat(usage.header()).hasSize(1);
                    assertThat(usage.header()[0]).endsWith(".");
                    assertThat(String.join("\n", usage.footer()))
                            .containsPattern("Examples?:\n  (source <\\()?yieldline .*" + Commands.name(command));
                }));
    }

    /** At 80 columns an example is one line that can be copied: not wrapped, and a command that parses. */
    @TestFactory
    Stream<DynamicTest> examplesStayWholeAt80Columns() {
        return Stream.concat(Stream.of(Main.commandLine()), Commands.all())
                .map(command -> DynamicTest.dynamicTest(command.getCommandSpec().qualifiedName(), () -> {
                    command.setUsageHelpAutoWidth(false).setUsageHelpWidth(80);
                    List<String> shown =
                            command.getUsageMessage(Ansi.OFF).lines().toList();
                    assertThat(shown).allMatch(line -> line.length() <= 80);
                    assertThat(examples(command)).isNotEmpty().allSatisfy(example -> {
                        assertThat(shown).contains(example);
                        Main.commandLine().parseArgs(words(example));
                    });
                }));
    }

    /** No class of Java and no exception: what is wrong with a value, and what to write instead. */
    @TestFactory
    Stream<DynamicTest> aWrongValueIsRefusedInPlainWords() {
        return Commands.all()
                .map(command -> DynamicTest.dynamicTest(Commands.name(command), () -> {
                    CommandLine program = Main.commandLine();
                    command.getCommandSpec().options().stream()
                            .filter(option -> option.arity().max() > 0)
                            .map(option -> Commands.name(command) + " " + option.longestName() + "=")
                            .forEach(words -> WRONG.forEach(wrong -> refuse(program, words + wrong)));
                }));
    }

    private static void refuse(CommandLine program, String words) {
        try {
            program.parseArgs(words.split(" "));
        } catch (ParameterException e) {
            assertThat(e.getMessage()).doesNotContain("cannot convert", "java.", "Exception", "UserError");
        }
    }

    private static List<String> examples(CommandLine command) {
        return Stream.of(command.getCommandSpec().usageMessage().footer())
                .filter(line -> line.startsWith("  "))
                .toList();
    }

    /** The words after the name of the program, without redirections and explanations. */
    private static String[] words(String example) {
        return CommandWords.split(example.strip()
                .replaceFirst("^source <\\((.*)\\)$", "$1")
                .replaceFirst("^curl .*$", "yieldline")
                .replaceFirst("^yieldline ?", "")
                .replaceFirst(" > .*$", "")
                .replaceFirst(" {3,}.*$", ""));
    }

    @Test
    void optionsBeforeTheCommandNameTheirEnvironmentVariables() {
        for (String option : new String[] {"--home", "--config", "--database", "--profile"}) {
            OptionSpec spec = Main.commandLine().getCommandSpec().findOption(option);
            String variable = "YIELDLINE_" + option.substring(2).toUpperCase(Locale.ROOT);
            assertThat(String.join(" ", spec.description())).contains("environment: " + variable);
        }
    }

    @Test
    void withoutACommandTheHelpIsShown() {
        Ran ran = cli.runWords();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("Usage: yieldline")
                .contains("Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a quality check failed, 4 partly");
    }

    @Test
    void unknownWords() {
        assertThat(cli.runWords("agregate")).isEqualTo(new Ran(2, "", """
                        yieldline: Unmatched argument at index 0: 'agregate'
                        Did you mean: yieldline aggregate or yieldline retests or yieldline restore?
                        see: yieldline --help
                        """));
        assertThat(cli.runWords("status", "--everything")).isEqualTo(new Ran(2, "", """
                        yieldline: Unknown option: '--everything'
                        see: yieldline status --help
                        """));
    }

    @Test
    void optionsOfTheProgramAfterTheCommand() {
        assertThat(cli.runWords("status", "--home", "plant"))
                .isEqualTo(new Ran(2, "", "yieldline: --home goes before the command: yieldline --home DIR status\n"));
        assertThat(cli.runWords("status", "-q"))
                .isEqualTo(new Ran(2, "", "yieldline: --quiet goes before the command: yieldline --quiet status\n"));
    }

    @Test
    void completion() {
        Ran ran = cli.runWords("completion");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .startsWith("#!/usr/bin/env bash\n")
                .contains("complete -F _complete_yieldline -o default yieldline")
                .contains("ingest load inbox retry dismiss aggregate daily weekly schedule check");
    }

    @Test
    void feeds() {
        assertThat(cli.runWords("feeds").out()).isEqualTo("""
                feed         title                           zone           columns  master log
                workstation  Production steps                plant               17  workstation_master_log
                testboard    Electrical tests                Asia/Shanghai       17  testboard_master_log
                snfn         Failures by serial and fixture  Asia/Shanghai        9  snfn_master_log
                """);
        assertThat(cli.runWords("feeds", "snfn").out())
                .startsWith("column             header                           type        required  use\n");
        assertThat(cli.runWords("feeds", "nothing"))
                .isEqualTo(new Ran(
                        2, "", "yieldline: unknown feed \"nothing\"; valid values: workstation, testboard, snfn\n"));
    }

    @Test
    void marts() {
        assertThat(cli.runWords("marts").out())
                .startsWith("mart                     from                    grain\n")
                .contains(
                        "\n\nViews:\n  weekly_summary\n  rolled_yield_factor\n  rolled_yield\n  rolled_yield_weekly\n");
        assertThat(cli.runWords("marts", "packing_daily").out())
                .startsWith("Packing records by day; one row per output day, model and part number\ncolumn");
        assertThat(cli.runWords("marts", "packing_weekly").err())
                .isEqualTo("yieldline: packing_weekly is a view, not a mart; see its columns with:"
                        + " yieldline show packing_weekly --limit 1\n");
    }
}
