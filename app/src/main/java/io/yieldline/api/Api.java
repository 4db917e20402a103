package io.yieldline.api;

import io.javalin.config.RoutesConfig;
import io.yieldline.api.auth.ApiTokens;
import io.yieldline.api.auth.Audit;
import io.yieldline.api.auth.FirstAdmin;
import io.yieldline.api.auth.Role;
import io.yieldline.api.auth.RuleEdits;
import io.yieldline.api.auth.Sessions;
import io.yieldline.api.auth.Users;
import io.yieldline.health.ResponseTimes;
import io.yieldline.operation.Caller;
import io.yieldline.operation.Context;
import io.yieldline.operation.OpenPlant;
import io.yieldline.plant.Home;
import io.yieldline.warehouse.ReadCache;
import io.yieldline.warehouse.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The REST API of a served plant, with all its parts. */
public final class Api implements AutoCloseable {
    private static final Duration SETTLE = Duration.ofMinutes(1);
    private static final long MEGABYTE = 1_000_000;

    /** Size limit of the response cache, compressed. */
    private static final long MAX_BYTES = 32 * MEGABYTE;

    private final Home home;
    private final Routes routes;
    private final ApiJobs jobs;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Heartbeat settling;
    private final Entrance entrance;
    private final ResponseTimes times;

    /**
     * For an open plant; creates the user admin if nobody is admin.
     *
     * @param failed receives unexpected errors
     */
    public Api(OpenPlant open, InstantSource clock, Consumer<Exception> failed) {
        this(open, clock, Users.ROUNDS, failed);
    }

    /** With a number of password hash rounds. */
    Api(OpenPlant open, InstantSource clock, int rounds, Consumer<Exception> failed) {
        Context context = open.following(new Caller("api", "yieldline", null));
        Warehouse warehouse = context.warehouse();
        ApiSettings settings = ApiSettings.of(context.plant().settings());
        SessionCookie cookie = new SessionCookie(settings.https());
        Users users = new Users(warehouse, clock, rounds);
        this.home = context.plant().home();
        this.sessions = new Sessions(warehouse, clock);
        this.tokens = new ApiTokens(warehouse, clock);
        this.times = new ResponseTimes(warehouse);
        Faults faults = new Faults(home, failed);
        this.jobs = new ApiJobs(open, context, faults);
        FirstAdmin first = new FirstAdmin(home, users);
        first.prepare();
        Staging staging = new Staging(home.staging(), settings.uploadMegabytes() * MEGABYTE);
        staging.clear();
        List<Route> all = new ArrayList<>();
        all.addAll(new AccountRoutes(
                        new Login(users, sessions, warehouse, clock, first),
                        users,
                        sessions,
                        tokens,
                        new Audit(warehouse, clock),
                        cookie)
                .routes());
        all.addAll(ofPlant(context, faults, jobs, staging));
        all.addAll(ofRules(context, new RuleEdits(context)));
        KnownCallers callers = new KnownCallers();
        this.routes = new Routes(
                documented(all),
                new Gate(sessions, tokens, cookie, callers),
                faults,
                new ReadCache<>(warehouse, MAX_BYTES, answer -> answer.body().length),
                (route, nanos) -> times.took(context.today(), route.method() + " " + route.path(), nanos),
                () -> context.parts().now().truncatedTo(ChronoUnit.SECONDS));
        this.entrance = new Entrance(routes.all(), cookie, callers);
        this.settling = Heartbeat.start("settle", SETTLE, this::settle, error -> faults.of(error, "settling"));
    }

    /** The routes to those rules on which no number depends. */
    private static List<Route> ofRules(Context context, RuleEdits edits) {
        return Stream.of(
                        new TargetRoutes(context, edits).routes(),
                        new AnnotationRoutes(context, edits).routes(),
                        new CodeRoutes(context, edits).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** The routes to what a plant has and can do. */
    private static List<Route> ofPlant(Context context, Faults faults, ApiJobs jobs, Staging staging) {
        return Stream.of(
                        new PlantRoutes(context, faults).routes(),
                        new LedgerRoutes(context, faults).routes(),
                        new UnitRoutes(context).routes(),
                        new TimeRoutes(context).routes(),
                        new OperationRoutes(context, jobs).routes(),
                        new UploadRoutes(staging, jobs).routes(),
                        new MartRoutes(context).routes(),
                        new FirstPassRoutes(context).routes(),
                        new ExplainRoutes(context).routes(),
                        new ControlRoutes(context).routes(),
                        new InsightRoutes(context).routes(),
                        new ShiftRoutes(context).routes(),
                        new OutputRoutes(context).routes(),
                        new FindingRoutes(context, faults).routes(),
                        new CheckRoutes(context).routes(),
                        new MetricRoutes(context).routes(),
                        new RecordRoutes(context, faults).routes(),
                        new SnapshotRoutes(context).routes(),
                        new QueryRoutes(context).routes(),
                        new SubscriptionRoutes(context).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** Adds its routes. */
    public void addTo(RoutesConfig config) {
        routes.addTo(config);
    }

    /** What a server needs to know of a request before it is processed. */
    public Entrance entrance() {
        return entrance;
    }

    /** The file with the initial password of the user admin, until it is used. */
    public Optional<Path> firstPassword() {
        return Optional.of(home.adminPasswordFile()).filter(Files::exists);
    }

    /** All routes, for their documentation and their tests. */
    List<Route> routes() {
        return routes.all();
    }

    @Override
    public void close() {
        settling.close();
        jobs.close();
        settle();
    }

    /** Writes deferred updates. */
    void settle() {
        sessions.settle();
        tokens.settle();
        times.write();
    }

    /** The routes, including the route of their documentation. */
    private static List<Route> documented(List<Route> routes) {
        List<Route> all = new ArrayList<>(routes);
        all.add(Route.get(
                "/openapi.json",
                Role.VIEWER,
                "Show this document.",
                request -> RouteResponse.json(new OpenApi(all).document())));
        return all;
    }
}
