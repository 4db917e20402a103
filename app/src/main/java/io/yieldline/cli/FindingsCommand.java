package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.finding.FindingKind;
import io.yieldline.finding.FindingView;
import io.yieldline.finding.Findings;
import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.FindingsOperation;
import io.yieldline.operation.ask.FindingsOperation.Listed;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists findings. */
@Command(
        mixinStandardHelpOptions = true,
        header = FindingsOperation.PURPOSE,
        description = {
            "A finding is a shift of a failure rate, a fixture that fails more units than its mix explains, or an open"
                    + " alert about data or yields. It keeps its name while it lasts. Each refresh of the marts looks for"
                    + " findings in the data up to the newest complete day.",
            "Losses are first, by the failed units beyond those expected; then alerts; then what fails less than before."
        },
        subcommands = {FindingsShowCommand.class, FindingsAcknowledgeCommand.class, FindingsRefreshCommand.class},
        footer = {
            "",
            "Examples:",
            "  yieldline findings",
            "  yieldline findings --all --kind suspect --format csv",
            "  yieldline findings show b4c90062",
            "  yieldline findings acknowledge b4c90062 --note \"new tester on order\""
        })
final class FindingsCommand extends PlantCommand<Findings.Question, Listed> {
    @Option(names = "--all", description = "Include those that ended.")
    boolean all;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            converter = KindConverter.class,
            description = "Only these kinds: shift, suspect, alert.")
    Set<FindingKind> kinds = Set.of();

    @Option(names = "--model", paramLabel = "MODEL", description = "Only this model.")
    @Nullable
    String model;

    @Option(names = "--station", paramLabel = "STATION", description = "Only this station.")
    @Nullable
    String station;

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    Operation<Findings.Question, Listed> operation() {
        return new FindingsOperation();
    }

    @Override
    Findings.Question parameters() {
        return new Findings.Question(all, kinds, model, station);
    }

    @Override
    boolean changes() {
        return false;
    }

    /**
     * Findings for programs.
     *
     * @param day the last day of the data that was looked at; null if nobody has looked yet
     */
    record ListedView(@Nullable LocalDate day, int total, List<FindingView> rows) {}

    @Override
    Object json(Listed result) {
        List<FindingView> rows = result.findings().stream().map(FindingView::of).toList();
        return new ListedView(result.day(), rows.size(), rows);
    }

    @Override
    void print(Listed result, Console console) {
        if (format.format == FormatOption.Format.JSON) {
            console.json(json(result));
        } else {
            format.print(FindingView.table(result.findings()), console, () -> printText(result, console));
        }
    }

    private static void printText(Listed result, Console console) {
        result.findings().stream()
                .flatMap(finding -> FindingsText.lines(finding).stream())
                .forEach(console::line);
        if (!result.findings().isEmpty()) {
            console.line("");
        }
        console.line(
                result.day() == null
                        ? "Nobody has looked for findings yet; run: " + console.command("aggregate")
                        : Counted.of(result.rows(), "finding") + ", data up to " + result.day() + ".");
    }

    /** Reads a kind. */
    static final class KindConverter extends WordConverter<FindingKind> {
        KindConverter() {
            super(FindingKind.class);
        }
    }
}
