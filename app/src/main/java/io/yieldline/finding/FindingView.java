package io.yieldline.finding;

import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A finding for programs: in JSON, and as a row of a table. What is blank is null. */
public record FindingView(
        String id,
        String kind,
        String state,
        SubjectView subject,
        boolean improvement,
        LocalDate since,
        LocalDate known,
        LocalDateTime knownAt,
        LocalDate seen,
        @Nullable LocalDate ended,
        @Nullable String endReason,
        @Nullable BigDecimal size,
        @Nullable BigDecimal expected,
        long units,
        long failed,
        @Nullable Long unitsBefore,
        @Nullable Long failedBefore,
        @Nullable String pValue,
        @Nullable String verdict,
        @Nullable String ruledOut,
        String sentence,
        @Nullable NoteView acknowledged,
        Map<String, String> links) {
    /** What it is about. */
    public record SubjectView(
            @Nullable String model,
            @Nullable String station,
            @Nullable String fixture,
            @Nullable String errorCode,
            @Nullable String partNumber) {}

    /** Who has seen it. */
    public record NoteView(String by, LocalDateTime at, String note) {}

    /** A finding. */
    public static FindingView of(Finding finding) {
        return of(finding, sentence -> sentence);
    }

    /** A finding whose sentence is shown in another way. */
    public static FindingView of(Finding finding, UnaryOperator<String> shown) {
        FindingSubject subject = finding.subject();
        return new FindingView(
                finding.id(),
                finding.kind().word(),
                finding.state().word(),
                new SubjectView(
                        named(subject.model()),
                        named(subject.station()),
                        named(subject.fixture()),
                        named(subject.errorCode()),
                        named(subject.partNumber())),
                finding.improvement(),
                finding.since(),
                finding.known(),
                finding.knownAt(),
                finding.seen(),
                finding.ended(),
                finding.endReason() == null ? null : finding.endReason().word(),
                finding.size(),
                finding.expected(),
                finding.units(),
                finding.failed(),
                finding.beforeUnits(),
                finding.beforeFailed(),
                named(finding.p()),
                finding.verdict(),
                named(finding.ruledOut()),
                shown.apply(finding.sentence()),
                finding.note() == null
                        ? null
                        : new NoteView(
                                finding.note().by(),
                                finding.note().at(),
                                finding.note().note()),
                links(finding));
    }

    private static @Nullable String named(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Map<String, String> links(Finding finding) {
        String self = "/api/v1/findings/" + finding.id();
        if (finding.kind() == FindingKind.ALERT) {
            return Map.of("self", self, "page", "/findings?id=" + finding.id());
        }
        String days = "from=" + finding.since() + "&to=" + finding.seen();
        String scope = finding.subject().scope().entrySet().stream()
                .map(part -> "&" + part.getKey().word() + "="
                        + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                .collect(Collectors.joining());
        String split = finding.kind() == FindingKind.SUSPECT
                ? "/api/v1/retests?" + days
                : "/api/v1/change?" + days + scope + "&by=part_number";
        return new TreeMap<>(
                Map.of("self", self, "page", "/findings?id=" + finding.id(), "units", self + "/units", "split", split));
    }

    /** Findings as a table. */
    public static Table table(List<Finding> findings) {
        return Table.of(
                findings.stream().map(FindingView::of).toList(),
                List.of(
                        new Field<>("id", FindingView::id),
                        new Field<>("kind", FindingView::kind),
                        new Field<>("state", FindingView::state),
                        new Field<>("model", view -> view.subject.model),
                        new Field<>("station", view -> view.subject.station),
                        new Field<>("fixture", view -> view.subject.fixture),
                        new Field<>("error_code", view -> view.subject.errorCode),
                        new Field<>("part_number", view -> view.subject.partNumber),
                        new Field<>("improvement", FindingView::improvement),
                        new Field<>("since", FindingView::since),
                        new Field<>("known", FindingView::known),
                        new Field<>("seen", FindingView::seen),
                        new Field<>("ended", FindingView::ended),
                        new Field<>("end_reason", FindingView::endReason),
                        new Field<>("units", FindingView::units),
                        new Field<>("failed", FindingView::failed),
                        new Field<>("expected", FindingView::expected),
                        new Field<>("size", FindingView::size),
                        new Field<>("p_value", FindingView::pValue),
                        new Field<>("verdict", FindingView::verdict),
                        new Field<>("sentence", FindingView::sentence),
                        new Field<>("acknowledged_by", note(NoteView::by)),
                        new Field<>("acknowledged_at", note(NoteView::at)),
                        new Field<>("note", note(NoteView::note))));
    }

    private static Function<FindingView, @Nullable Object> note(Function<NoteView, Object> value) {
        return view -> view.acknowledged == null ? null : value.apply(view.acknowledged);
    }
}
