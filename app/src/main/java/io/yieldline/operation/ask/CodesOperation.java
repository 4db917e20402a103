package io.yieldline.operation.ask;

import io.yieldline.NameKey;
import io.yieldline.Ratio;
import io.yieldline.insight.CodeHistory;
import io.yieldline.insight.CodeHistory.Outcome;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import io.yieldline.plant.FailureCode;
import io.yieldline.warehouse.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the code library: what the rules say of each failure code today, and what the records say. */
public final class CodesOperation implements Operation<CodesOperation.Parameters, TableResult> {
    /** The name of this operation. */
    public static final String NAME = "codes";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "List failure codes with action, owner, trend and outcome.";

    private static final List<String> COLUMNS = List.of(
            "code",
            "description",
            "action",
            "owner",
            "from",
            "first_seen",
            "last_seen",
            "failures",
            "last_4_weeks",
            "before",
            "retested",
            "passed",
            "pass_share");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public TableResult run(Parameters parameters, Context context) {
        List<FailureCode> rules = context.plant().failureCodes().on(context.today());
        Map<String, CodeHistory> seen = context.warehouse().read(CodeHistory::all).stream()
                .collect(Collectors.toMap(CodeHistory::code, Function.identity()));
        Stream<Line> unruled = seen.values().stream()
                .filter(history -> rules.stream().noneMatch(rule -> NameKey.alike(rule.code(), history.code())))
                .map(history -> new Line(history.code(), null, history));
        Stream<Line> ruled = rules.stream().map(rule -> new Line(rule.code(), rule, of(rule, seen)));
        return new TableResult(new Table(
                COLUMNS,
                Stream.concat(ruled, unruled)
                        .sorted(Line.ORDER)
                        .map(Line::cells)
                        .toList()));
    }

    private static @Nullable CodeHistory of(FailureCode rule, Map<String, CodeHistory> seen) {
        return seen.values().stream()
                .filter(history -> NameKey.alike(history.code(), rule.code()))
                .findFirst()
                .orElse(null);
    }

    /** No parameters. */
    public record Parameters() {}

    private record Line(
            String code,
            @Nullable FailureCode rule,
            @Nullable CodeHistory history) {
        private static final Comparator<Line> ORDER = Comparator.comparing(
                        (Line line) -> line.history == null ? -1 : line.history.lastWeeks())
                .thenComparing(line -> line.history == null ? -1 : line.history.failures())
                .reversed()
                .thenComparing(Line::code);

        private List<@Nullable Object> cells() {
            Optional<FailureCode> said = Optional.ofNullable(rule);
            Optional<CodeHistory> had = Optional.ofNullable(history);
            Optional<Outcome> outcome =
                    had.map(each -> each.since(said.map(FailureCode::from).orElse(null)));
            return Arrays.asList(
                    code,
                    said.map(FailureCode::description).orElse(null),
                    said.map(Line::actions).orElse(null),
                    said.map(FailureCode::owner).orElse(null),
                    said.map(FailureCode::from).orElse(null),
                    had.map(CodeHistory::first).orElse(null),
                    had.map(CodeHistory::last).orElse(null),
                    had.map(CodeHistory::failures).orElse(0L),
                    had.map(CodeHistory::lastWeeks).orElse(0L),
                    had.map(CodeHistory::before).orElse(0L),
                    outcome.map(Outcome::retested).orElse(0L),
                    outcome.map(Outcome::passed).orElse(0L),
                    outcome.flatMap(each -> new Ratio(each.passed(), each.retested()).percent(1))
                            .orElse(null));
        }

        private static String actions(FailureCode rule) {
            return Stream.concat(
                            Stream.of(rule.action()),
                            rule.models().entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()))
                    .collect(Collectors.joining("; "));
        }
    }
}
