package io.yieldline.quality;

import io.yieldline.Counted;
import io.yieldline.NameKey;
import io.yieldline.feed.Feed;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.quality.Together.Fold;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import java.util.Comparator;
import java.util.List;

/** Checks that every model with records in production scope is a model with yields: the others are in no yield. */
final class ModelsWithoutYieldsProbe implements Probe {
    private static final String OTHERS = """
            select model, count(*) as records
            from workstation_master_log
            where in_scope and day between ? and ?
                and name_key(model) not in (select r.name_key from rule_yield_model r)
            group by model
            order by model""";
    private static final String ALL =
            "select count(model) from workstation_master_log where in_scope and day between ? and ?";
    private static final List<Field<Left>> FIELDS =
            List.of(new Field<>("model", Left::model), new Field<>("records", Left::records));

    private final List<String> expected;

    ModelsWithoutYieldsProbe(Options options) {
        options.known("without_yields");
        this.expected = options.texts("without_yields");
    }

    @Override
    public boolean limitedByDays() {
        return true;
    }

    @Override
    public Observation look(Inspection inspection, Severity severity) {
        return inspection.warehouse().read(session -> {
            List<Left> left = left(session, inspection);
            return new Observation(
                    left.stream().mapToLong(Left::records).sum(),
                    Together.number(inspection.ask(session, Question.number(ALL, log(inspection)))),
                    left.stream()
                            .map(model -> new Finding(severity, model.message()))
                            .toList(),
                    Table.of(left, FIELDS));
        });
    }

    private List<Left> left(Session session, Inspection inspection) {
        Question question = Question.table(OTHERS, log(inspection), Together.folded(1, Fold.SUM));
        return inspection.ask(session, question).rows().stream()
                .map(row -> new Left(String.valueOf(row.get(0)), (Long) row.get(1)))
                .filter(model -> expected.stream().noneMatch(name -> NameKey.alike(name, model.model())))
                .sorted(Comparator.comparing(Left::records).reversed().thenComparing(Left::model, FailingRows::compare))
                .toList();
    }

    private static Feed log(Inspection inspection) {
        return inspection.feeds().named("workstation");
    }

    private record Left(String model, long records) {
        String message() {
            return "model " + model + " has " + Counted.of(records, "record")
                    + " in production scope and no yields; add it under yield_models in rules.yaml, then run: yieldline"
                    + " aggregate";
        }
    }
}
