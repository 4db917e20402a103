package io.yieldline.report;

import io.yieldline.finding.Finding;
import io.yieldline.finding.FindingKind;
import io.yieldline.finding.Findings;
import io.yieldline.report.Grid.Cell;
import io.yieldline.report.Grid.Column;
import io.yieldline.warehouse.Session;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the data says, as known at the end of the period: the greatest losses first. */
final class FindingsSection {
    private static final int LISTED = 5;
    private static final Findings.Question FOUND =
            new Findings.Question(true, Set.of(FindingKind.SHIFT, FindingKind.SUSPECT), null, null);

    private FindingsSection() {}

    /** The section; none while nobody has looked for findings. */
    static Optional<Section> of(Session session, Period period) {
        if (Findings.lookedUpTo(session).isEmpty()) {
            return Optional.empty();
        }
        List<Finding> open = Findings.of(session, FOUND).stream()
                .filter(finding -> lasts(finding, period))
                .sorted(Comparator.comparing(Finding::improvement))
                .toList();
        List<List<Cell>> rows =
                open.stream().limit(LISTED).map(finding -> row(finding, period)).toList();
        return Optional.of(new Section(
                "Findings",
                notes(open, period),
                List.of(),
                List.of(new Grid(
                        "",
                        List.of(Column.text("finding"), Column.number("beyond expected"), Column.text("what")),
                        rows,
                        "Nothing fails at another rate than before, and no fixture more than others."))));
    }

    private static List<String> notes(List<Finding> open, Period period) {
        long fresh = open.stream().filter(finding -> isNew(finding, period)).count();
        String more = open.size() > LISTED
                ? "; the greatest " + LISTED + " are here, and " + (open.size() - LISTED)
                        + " more in yieldline findings"
                : "";
        return open.isEmpty() ? List.of() : List.of(open.size() + " open, " + fresh + " of them new" + more + ".");
    }

    private static boolean lasts(Finding finding, Period period) {
        return !finding.known().isAfter(period.to())
                && (finding.ended() == null || finding.ended().isAfter(period.to()));
    }

    private static boolean isNew(Finding finding, Period period) {
        return !finding.known().isBefore(period.from());
    }

    private static List<Cell> row(Finding finding, Period period) {
        Emphasis tone = finding.improvement() ? Emphasis.GOOD : Emphasis.BAD;
        String words = Stream.of(
                        isNew(finding, period) ? "NEW: " : "",
                        finding.sentence(),
                        finding.note() == null
                                ? ""
                                : " Seen by " + finding.note().by() + ": "
                                        + finding.note().note())
                .collect(Collectors.joining());
        return List.of(
                Cell.of(finding.id()),
                Cell.of(finding.size() == null ? "" : String.format(Locale.ROOT, "%+,.1f", finding.size())),
                Cell.of(words, tone));
    }
}
