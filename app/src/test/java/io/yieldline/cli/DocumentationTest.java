package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.UserError;
import io.yieldline.feed.Column;
import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.mart.Mart;
import io.yieldline.mart.MartColumn;
import io.yieldline.mart.Marts;
import io.yieldline.mart.OwnMartFiles;
import io.yieldline.mart.Views;
import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.ShowOperation;
import io.yieldline.operation.catalogue.Operations;
import io.yieldline.quality.Checks;
import io.yieldline.yaml.ResourceFolder;
import io.yieldline.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The documentation says what the program does. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void operations() throws IOException {
        Page page = new Page(
                "Operations",
                "All commands. Write `yieldline --home DIR` before each command;"
                        + " [cli.md](cli.md) has all options.");
        page.table(
                List.of("command", "what it does"),
                Commands.all()
                        .map(command -> List.of(Page.code(Commands.usage(command)), Commands.purpose(command)))
                        .toList());
        page.paragraph("## From the original to commands");
        page.paragraph(
                "Each script of the original (ETL V2) and each step of its guides, and the command that does it now; what the"
                        + " original could not do is in brackets. Where it had one script to rebuild everything and another for"
                        + " the latest days, one command rebuilds what changed, with the same result. `benchmarks/every-command` runs each command of these tables"
                        + " on real exports, see [performance](performance.md).");
        for (Originals.Chapter chapter : Originals.chapters()) {
            page.paragraph("### " + chapter.title());
            page.table(List.of("original", "command", "remark"), chapter.rows());
        }
        page.check("operations.md");
    }

    @Test
    void commands() throws IOException {
        Page page = new Page("Command line", "The output of `--help` for every command.");
        CommandLine program = plain(Main.commandLine());
        page.paragraph("## yieldline");
        page.paragraph("```text\n" + help(program) + "\n```");
        Commands.all(program).forEach(command -> {
            page.paragraph("## " + command.getCommandSpec().qualifiedName());
            page.paragraph("```text\n" + help(command) + "\n```");
        });
        page.check("cli.md");
    }

    @Test
    void marts() throws IOException {
        Page page = new Page(
                "Marts and views",
                "Marts contain counts. Views compute ratios, which are blank if the denominator"
                        + " is 0. `yieldline show NAME` prints any of them.");
        page.paragraph("## Marts");
        Marts.builtIn().all().forEach(mart -> addMart(page, mart));
        page.paragraph("## Unit tables");
        page.paragraph(
                "Some marts are computed from these tables, with one row per unit, per unit and station, or per run; the cycle and queue times"
                        + " of runs are read from the last one.");
        Marts.builtIn().units().forEach(mart -> addMart(page, mart));
        page.paragraph("## Views");
        page.table(
                List.of("view", "what it shows", "columns"),
                ViewColumns.all().entrySet().stream()
                        .map(view -> List.of(
                                Page.code(view.getKey()), comment(view.getKey()), String.join(", ", view.getValue())))
                        .toList());
        page.paragraph(ResourceFolder.text(DocumentationTest.class, "own-marts.md")
                .replace("${example}", OwnMartFiles.text("operator_daily").strip()));
        page.check("marts.md");
    }

    @Test
    void feeds() throws IOException {
        Page page = new Page(
                "Feeds",
                "A feed is one kind of export, recognized by its header row. Headers are compared by letters and digits only."
                        + " A file in the plant's `feeds/` folder adds a feed, or replaces the feed with the same name;"
                        + " the comments in `workstation.yaml` explain the keys. A column named `error_code` or `shift` takes the place"
                        + " of the derived one; the names of other derived columns are reserved. A mart of your own can read a feed,"
                        + " see [marts](marts.md#custom-marts).");
        Feeds.builtIn().all().forEach(feed -> addFeed(page, feed));
        page.paragraph(
                ResourceFolder.text(DocumentationTest.class, "export-limits.md").strip());
        page.check("feeds.md");
    }

    @Test
    void everyOperationHasItsCommand() {
        CommandLine program = Main.commandLine();
        for (Operation<?, ?> operation : Operations.all()) {
            CommandLine command = program.getSubcommands().get(operation.name());
            assertThat(command).as(operation.name()).isNotNull();
            assertThat(Stream.concat(Stream.of(command), command.getSubcommands().values().stream()))
                    .as(operation.name())
                    .anyMatch(each -> runs(each, operation));
            assertThat(command.getCommandSpec().usageMessage().header()).containsExactly(operation.purpose());
            assertThat(operation.command()).startsWith(operation.name());
        }
    }

    /** The command itself, or a tool of it. */
    private static boolean runs(CommandLine command, Operation<?, ?> operation) {
        return command.getCommand() instanceof PlantCommand<?, ?> runs
                && runs.operation().name().equals(operation.name());
    }

    @Test
    void everyCommandThatReplacesSomethingOfTheOriginalParses() {
        Originals.commands()
                .map(command -> command.replaceAll("\\b(FILE|FOLDER|OUTPUT|SERIAL_NUMBER)\\b", "x")
                        .replace("WEEK", "2025-W16")
                        .replace("DAY", "2025-04-15")
                        .replaceAll("\\b(RUN|ALERT)\\b", "1"))
                .forEach(command -> Main.commandLine().parseArgs(CommandWords.split(command)));
    }

    @Test
    void everyScriptOfTheOriginal_hasItsRow() {
        assertThat(Originals.scripts().collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(YamlNode.resource(UserError.class, "original-names.yaml")
                        .get("scripts")
                        .texts());
    }

    @Test
    void severitiesInThePageAreThoseOfTheChecks() throws IOException {
        Pattern row = Pattern.compile("^\\| (\\w+) \\| [^|]+ \\| (error|warn) \\|", Pattern.MULTILINE);

        assertThat(row.matcher(Files.readString(ROOT.resolve("docs/quality.md")))
                        .results())
                .extracting(found -> found.group(1) + " " + found.group(2))
                .containsExactlyInAnyOrderElementsOf(Checks.builtIn().all().stream()
                        .map(check -> check.name() + " " + OptionParsers.word(check.severity()))
                        .toList());
    }

    @Test
    void everyCommandInAPageParses() throws IOException {
        Pattern commands = Pattern.compile("^(?:\\$ )?\\./yieldline (.*)$", Pattern.MULTILINE);
        for (Path page : pages()) {
            Matcher command = commands.matcher(Files.readString(page));
            while (command.find()) {
                String words = command.group(1).replaceAll("\\s+(#|>|\\|).*", "");
                Main.commandLine().parseArgs(CommandWords.split(words));
            }
        }
    }

    @Test
    void everyTableInAQueryOfAPageIsThere() throws IOException {
        Set<String> tables = new HashSet<>(ShowOperation.tables(Marts.builtIn()));
        Feeds.builtIn().all().forEach(feed -> tables.add(feed.masterLog()));
        Pattern queries = Pattern.compile("query \"select [^\"]* from (\\w+)");
        List<String> asked = new ArrayList<>();
        for (Path page : pages()) {
            queries.matcher(Files.readString(page)).results().forEach(query -> asked.add(query.group(1)));
        }
        assertThat(asked).isNotEmpty().isSubsetOf(tables);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"));
                Stream<Path> root = Files.list(ROOT)) {
            return Stream.concat(docs, root)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static void addMart(Page page, Mart mart) {
        page.paragraph("### " + mart.name());
        page.paragraph(mart.title() + ": " + mart.grain() + ". From `" + String.join("`, `", mart.logs())
                + "`; rebuilt by `" + mart.partition().column() + "`; key: " + String.join(", ", mart.key()) + ".");
        page.table(
                List.of("column", "type", "meaning"),
                mart.columns().stream().map(DocumentationTest::row).toList());
    }

    private static List<String> row(MartColumn column) {
        return List.of(Page.code(column.name()), OptionParsers.word(column.type()), column.meaning());
    }

    private static void addFeed(Page page, Feed feed) {
        page.paragraph("## " + feed.name());
        page.paragraph(feed.title() + ", into `" + feed.masterLog() + "`. Times are in "
                + (feed.zone() == null ? "plant time" : feed.zone() + " and become plant time") + ".");
        page.table(
                List.of("column", "header", "type", "required", "use"),
                feed.columns().stream().map(DocumentationTest::row).toList());
        page.paragraph("Derived: "
                + feed.derivedColumns().stream()
                        .map(derived -> Page.code(derived.column()))
                        .collect(Collectors.joining(", "))
                + ".");
    }

    private static List<String> row(Column column) {
        return List.of(
                Page.code(column.name()),
                String.join(" or ", column.headers()),
                OptionParsers.word(column.type()),
                OptionParsers.word(column.required()),
                OptionParsers.word(column.use()));
    }

    /** The comment above the SELECT; a view of the original without one is simply that. */
    private static String comment(String view) {
        String comment = Views.named(view).orElseThrow().about();
        return comment.isEmpty() ? "The original's table of this name." : comment;
    }

    private static CommandLine plain(CommandLine program) {
        return program.setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(80)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    }

    private static String help(CommandLine command) {
        return command.getUsageMessage(Ansi.OFF)
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
    }
}
