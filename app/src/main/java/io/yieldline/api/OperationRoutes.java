package io.yieldline.api;

import io.yieldline.api.auth.Role;
import io.yieldline.mart.Scope;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.catalogue.Operations;
import io.yieldline.operation.catalogue.SequenceOperation;
import io.yieldline.operation.catalogue.Sequences;
import io.yieldline.operation.load.AggregateOperation;
import io.yieldline.operation.load.DismissOperation;
import io.yieldline.operation.load.InboxOperation;
import io.yieldline.operation.load.IngestOperation;
import io.yieldline.operation.load.RetryOperation;
import io.yieldline.operation.watch.CheckOperation;
import io.yieldline.quality.Checks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Operations: catalogue, start, and progress. */
final class OperationRoutes {
    private static final Parameter FROM =
            Parameter.day("from", "the first plant day").inBody();
    private static final Parameter TO =
            Parameter.day("to", "the last plant day").inBody();
    private static final Parameter JOB = Parameter.path("job", "the id of a job");

    private final Context context;
    private final ApiJobs jobs;

    OperationRoutes(Context context, ApiJobs jobs) {
        this.context = context;
        this.jobs = jobs;
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>(starts());
        routes.add(Route.get(
                "/operations", Role.VIEWER, "List the operations, and those that can be started.", this::list));
        routes.add(start("/operations/" + IngestOperation.NAME, InboxOperation.NAME, values -> inbox()));
        routes.add(Route.get("/operations/jobs/{job}", Role.VIEWER, "Show the state of a job.", this::job)
                .with(JOB));
        routes.add(Route.get(
                        "/operations/jobs/{job}/events",
                        Role.VIEWER,
                        "Follow the events of a job until its end.",
                        this::events)
                .with(JOB)
                .giving(RouteResponse.EVENTS)
                .in(Lane.EVENTS));
        return routes;
    }

    private List<Route> starts() {
        return List.of(
                start(AggregateOperation.NAME, this::aggregate)
                        .with(
                                Parameter.word(
                                                "mode",
                                                "recent (default): changes; all: full rebuild",
                                                List.of("recent", "all"))
                                        .inBody(),
                                Parameter.text("mart", "only this mart")
                                        .severalTimes()
                                        .inBody(),
                                FROM,
                                TO),
                start(CheckOperation.NAME, this::check)
                        .with(
                                Parameter.text("check", "only this check")
                                        .severalTimes()
                                        .inBody(),
                                Parameter.flag("full", "look at everything again, also where nothing changed")
                                        .inBody(),
                                FROM,
                                TO),
                start(Sequences.DAILY, values -> sequence(Sequences.daily())),
                start(InboxOperation.NAME, values -> inbox()),
                start(RetryOperation.NAME, this::retry)
                        .with(Parameter.text(
                                        "export", "only this export: number or SHA-256 (default: all parked exports)")
                                .severalTimes()
                                .inBody()),
                start(DismissOperation.NAME, this::dismiss)
                        .with(
                                Parameter.text("export", "this parked export: number or SHA-256")
                                        .severalTimes()
                                        .inBody(),
                                Parameter.text("reason", "why it need not be loaded")
                                        .inBody()),
                start(Sequences.WEEKLY, values -> sequence(Sequences.weekly())));
    }

    private Route start(String operation, Function<Values, ApiJobs.Work<?, ?>> work) {
        return start("/operations/" + operation, operation, work);
    }

    private Route start(String path, String operation, Function<Values, ApiJobs.Work<?, ?>> work) {
        String purpose = Operations.all().stream()
                .filter(entry -> entry.name().equals(operation))
                .map(Operation::purpose)
                .findFirst()
                .orElseThrow();
        return Route.post(
                        path,
                        Role.OPERATOR,
                        purpose + " Requires the header Idempotency-Key.",
                        request -> start(work.apply(request.values()), request))
                .taking(RouteResponse.JSON);
    }

    private RouteResponse start(ApiJobs.Work<?, ?> work, Request request) {
        String key = request.header("Idempotency-Key")
                .filter(given -> given.matches("[\\x21-\\x7e]{8,100}"))
                .orElseThrow(() -> Problem.wrong(
                        "Idempotency-Key",
                        "the header Idempotency-Key is missing; send a new random key of 8 to 100 characters for each"
                                + " operation, and the same key to repeat a request"));
        return RouteResponse.json(202, jobs.start(work, key, request.values().fingerprint(), request.actor()));
    }

    private RouteResponse list(Request request) {
        Set<String> startable = starts().stream()
                .map(route -> route.path().substring("/operations/".length()))
                .collect(Collectors.toSet());
        return RouteResponse.json(Operations.all().stream()
                .map(entry -> {
                    Map<String, @Nullable Object> json = new LinkedHashMap<>();
                    json.put("name", entry.name());
                    json.put("purpose", entry.purpose());
                    json.put("command", entry.command());
                    json.put(
                            "path",
                            startable.contains(entry.name()) ? Routes.ROOT + "/operations/" + entry.name() : null);
                    return json;
                })
                .toList());
    }

    private RouteResponse job(Request request) {
        return RouteResponse.json(jobs.find(request.values().required("job")).orElseThrow(OperationRoutes::missing));
    }

    private RouteResponse events(Request request) {
        ApiJob job = jobs.live(request.values().required("job")).orElseThrow(OperationRoutes::missing);
        int known = request.header("Last-Event-ID")
                .filter(text -> text.matches("[0-9]{1,8}"))
                .map(Integer::parseInt)
                .orElse(0);
        return RouteResponse.events(out -> job.follow(known, out));
    }

    private static Problem missing() {
        return Problem.missing("unknown job; jobs are deleted after a day");
    }

    private ApiJobs.Work<?, ?> aggregate(Values values) {
        Optional<LocalDate> from = values.day("from");
        boolean all = values.text("mode").orElse("recent").equals("all");
        if (values.day("to").isPresent() != from.isPresent() || all && from.isPresent()) {
            throw Problem.wrong("from", "give from and to, or mode, or none of them");
        }
        Scope scope = from.<Scope>map(
                        day -> new Scope.Range(day, values.day("to").orElseThrow()))
                .orElse(all ? new Scope.All() : new Scope.Recent());
        return new ApiJobs.Work<>(
                new AggregateOperation(), new AggregateOperation.Parameters(scope, known(values.texts("mart"))));
    }

    private List<String> known(List<String> marts) {
        marts.forEach(context.marts()::get);
        return marts;
    }

    private ApiJobs.Work<?, ?> check(Values values) {
        Checks.of(context.plant()).select(values.texts("check"));
        return new ApiJobs.Work<>(
                new CheckOperation(),
                new CheckOperation.Parameters(
                        values.texts("check"),
                        values.day("from").orElse(null),
                        values.day("to").orElse(null),
                        false,
                        values.flag("full")));
    }

    private ApiJobs.Work<?, ?> retry(Values values) {
        RetryOperation.Parameters parameters = new RetryOperation.Parameters(values.texts("export"));
        RetryOperation.requireKnown(parameters, context);
        return new ApiJobs.Work<>(new RetryOperation(), parameters);
    }

    private ApiJobs.Work<?, ?> dismiss(Values values) {
        DismissOperation.Parameters parameters = new DismissOperation.Parameters(
                values.texts("export"), values.text("reason").orElse(""));
        DismissOperation.requireParked(parameters, context);
        return new ApiJobs.Work<>(new DismissOperation(), parameters);
    }

    /** Over HTTP nobody names files of the server: a sequence takes what is ready in the inbox. */
    private static ApiJobs.Work<?, ?> sequence(SequenceOperation operation) {
        return new ApiJobs.Work<>(operation, new SequenceOperation.Parameters(List.of()));
    }

    private static ApiJobs.Work<?, ?> inbox() {
        return new ApiJobs.Work<>(new InboxOperation(), new InboxOperation.Parameters(null));
    }
}
