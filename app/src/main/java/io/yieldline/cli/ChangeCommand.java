package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.insight.ChangeQuestion;
import io.yieldline.insight.ChangeTables;
import io.yieldline.insight.Dimension;
import io.yieldline.insight.Period;
import io.yieldline.insight.YieldChange;
import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.YieldChangeOperation;
import io.yieldline.operation.ask.YieldChangeOperation.Answer;
import io.yieldline.warehouse.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Explains why a yield changed. */
@Command(
        mixinStandardHelpOptions = true,
        header = YieldChangeOperation.PURPOSE,
        description = {
            "The change is split into mix (groups with another yield became more or fewer), rate (the groups"
                    + " themselves became better or worse), new and gone groups. The four parts add up. A station"
                    + " whose yield is flat can be worse in every group: see mix and rate.",
            "Without --station: a line for each station. With it: a line for each of its groups."
        },
        footer = {
            "",
            "A PERIOD is two days with two dots between them, a week or a day.",
            "",
            "Examples:",
            "  yieldline change --after 2025-05-01..2025-05-31 --before 2025-W17",
            "  yieldline change --after 2025-W21 --station BAT --by model,part_number",
            "  yieldline change --after 2025-05-14 --same-weekdays --model \"Tesla SXM5\"",
            "  yieldline change --after 2025-W21 --by fixture --station FLA --format csv"
        })
final class ChangeCommand extends PlantCommand<ChangeQuestion, Answer> {
    @Option(
            names = "--after",
            paramLabel = "PERIOD",
            required = true,
            converter = PeriodConverter.class,
            description = "The period whose yield is to be explained.")
    @Nullable
    Period after;

    @Option(
            names = "--before",
            paramLabel = "PERIOD",
            converter = PeriodConverter.class,
            description = "The period to compare with (default: as many days directly before).")
    @Nullable
    Period before;

    @Option(
            names = "--same-weekdays",
            description = "Compare only weekdays that both periods have (default for --before: the four weeks before).")
    boolean sameWeekdays;

    @Mixin
    ScopeOptions only = new ScopeOptions();

    @Option(names = "--flow", paramLabel = "FLOW", description = "Only this service flow; an empty text is blank.")
    @Nullable
    String flow;

    @Option(
            names = "--by",
            paramLabel = "DIMENSION",
            split = ",",
            converter = DimensionConverter.class,
            description = "What makes a group: model, part_number, flow, fixture, operator, hour, weekday"
                    + " (default: model,part_number). Fixtures are those of the test-board log.")
    @Nullable
    List<Dimension> by;

    @Option(names = "--rolled", description = "Split the rolled yield, the product of the yields of the stations.")
    boolean rolled;

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    Operation<ChangeQuestion, Answer> operation() {
        return new YieldChangeOperation();
    }

    @Override
    ChangeQuestion parameters() {
        Period asked = Objects.requireNonNull(after);
        Period other = before == null ? earlier(asked) : before;
        if (rolled && only.station != null) {
            throw new UserError(ExitCode.USAGE, "--rolled is about all stations; leave out --station");
        }
        return new ChangeQuestion(
                sameWeekdays ? other.sameWeekdaysAs(asked) : other,
                sameWeekdays ? asked.sameWeekdaysAs(other) : asked,
                scope(),
                by == null ? ChangeQuestion.DEFAULT_BY : by);
    }

    private Period earlier(Period asked) {
        return sameWeekdays ? asked.weeksBefore() : asked.before();
    }

    private Map<Dimension, String> scope() {
        Map<Dimension, String> scope = only.scope();
        ScopeOptions.put(scope, Dimension.FLOW, flow);
        return scope;
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    Object json(Answer result) {
        return ChangeJson.of(result.change());
    }

    @Override
    void print(Answer result, Console console) {
        YieldChange change = result.change();
        switch (format.format) {
            case TABLE -> new ChangeText(change, console).print(only.station != null, rolled);
            case CSV -> {
                console.csv(table(change));
                said(change, console);
            }
            case JSON -> console.json(json(result));
        }
    }

    private void said(YieldChange change, Console console) {
        if (!rolled && !change.notCompared().isEmpty()) {
            console.note("left out, because only one of the periods has judged records: "
                    + String.join(", ", change.notCompared()));
        }
    }

    private Table table(YieldChange change) {
        if (rolled) {
            return ChangeTables.rolled(change.rolled());
        }
        return only.station == null ? ChangeTables.stations(change) : ChangeTables.groups(change);
    }

    /** Reads a period. */
    static final class PeriodConverter implements ITypeConverter<Period> {
        @Override
        public Period convert(String text) throws Exception {
            return OptionParsers.<Period>valid(Period::parse).convert(text);
        }
    }

    /** Reads a dimension. */
    static final class DimensionConverter extends WordConverter<Dimension> {
        DimensionConverter() {
            super(Dimension.class);
        }
    }
}
