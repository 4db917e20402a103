package io.yieldline.alert;

import io.yieldline.alert.AlertBook.Changes;
import io.yieldline.feed.Feeds;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Settings;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.WarehouseException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Alerts of one plant: conditions, messages and their delivery. Thread-safe. A server keeps
 * one instance and calls {@link #evaluate} each minute and after each run, and {@link #deliver} on a separate thread.
 */
public final class Alerting implements AutoCloseable {
    private static final String LIST = "select id as alert, rule, cause, severity, title, detail, link, opened_at,"
            + " last_seen_at, resolved_at, times, muted_until, told from alert";

    private static final LocalDateTime FOR_EVER = LocalDateTime.of(9999, 12, 31, 0, 0);

    private final Plant plant;
    private final Warehouse warehouse;
    private final InstantSource clock;
    private final AlertSettings settings;
    private final List<AlertRule> rules;
    private final Outbox outbox;
    private final AlertBook book;
    private final Courier courier;
    private final String program;

    /** Reads the section {@code alerts} of the settings. */
    public Alerting(Plant plant, Feeds feeds, Warehouse warehouse, InstantSource clock, AlertInputs around) {
        this.plant = plant;
        this.program = plant.home().program();
        this.warehouse = warehouse;
        this.clock = clock;
        this.settings = AlertSettings.of(plant.settings().section("alerts"), plant.home(), around.environment(), clock);
        this.rules = AlertRules.of(settings, plant, feeds, around);
        this.outbox = new Outbox(plant.settings().zone(), new Backoff(settings.attempts()));
        this.book = new AlertBook(plant.settings().plant(), plant.settings().zone(), settings, outbox, program);
        this.courier = new Courier(settings.channels(), outbox, warehouse, clock, Courier.PATIENCE);
    }

    /** What the settings of alerts override, each in one line. */
    public static List<String> overrides(Settings settings) {
        return AlertRules.ownTargets(settings)
                ? List.of("the alert yield_low compares with targets of its own in yieldline.yaml, not with those of"
                        + " rules.yaml; remove them there if they are old")
                : List.of();
    }

    /**
     * The result of an evaluation.
     *
     * @param opened alerts that were opened
     * @param resolved alerts whose condition cleared
     * @param messages messages that were added to the outbox
     * @param failures rules that could not be evaluated, and why
     */
    public record Evaluation(int opened, int resolved, int messages, List<String> failures) {}

    /** The conditions of all rules, and the rules that failed. */
    private record Asked(List<Condition> conditions, Set<String> unknown) {}

    /** The state of each channel. */
    public record ChannelStanding(String channel, String target, long waiting, long sent, long failed, String error) {}

    /** Evaluates all rules and updates alerts and outbox in one transaction. Sends nothing. */
    public Evaluation evaluate() {
        Instant now = clock.instant();
        List<String> failures = new ArrayList<>();
        Asked asked = asked(now, failures);
        Changes changes = warehouse.note(session -> {
            outbox.forget(session, now);
            return book.update(session, asked.conditions(), asked.unknown(), now);
        });
        return new Evaluation(changes.opened(), changes.resolved(), changes.messages(), failures);
    }

    /** Sends due messages and returns after one attempt per channel: in the worst case 30 seconds per message. */
    public List<Attempt> deliver() {
        return courier.deliver();
    }

    /** Schedules given-up messages for the next delivery; returns their number. */
    public long retryFailed() {
        return warehouse.note(session -> outbox.retryFailed(session, clock.instant()));
    }

    /** Sends a test message to one channel, or to all. It is not stored. */
    public List<Attempt> test(Optional<String> channel) {
        List<Channel> channels =
                channel.map(name -> List.of(settings.channel(name))).orElse(settings.channels());
        Message message = Message.report(
                "[" + plant.settings().plant() + "] test message",
                "This is a test of Yieldline's alerts. No action is needed.\n",
                null,
                List.of(),
                clock.instant());
        return channels.stream().map(one -> courier.test(one, message)).toList();
    }

    /** Mutes an alert and its cause until a time; false if the alert does not exist. */
    public boolean mute(long alert, LocalDateTime until) {
        return warehouse.note(
                session -> session.execute("update alert set muted_until = ? where id = ?", until, alert) == 1);
    }

    /** Mutes for ever the alert about a finding, or the alert that is one. */
    public void muteFinding(String id) {
        warehouse.noteAll(session -> session.execute(
                "update alert set muted_until = ? where rule = '" + AlertRules.FINDING
                        + "' and cause = ? or 'alert-' || cast(id as varchar(20)) = ?",
                FOR_EVER,
                id,
                id));
    }

    /** Open alerts, or the latest of all, with the state of their latest message on each channel. */
    public Table list(boolean all, int most) {
        String which = all ? "" : " where resolved_at is null";
        return warehouse.read(session -> {
            Table alerts = session.table(LIST + which + " order by id desc limit " + most);
            Told told = Told.of(session, opened(alerts));
            return alerts.with("deliveries", row -> told.of(((Number) Objects.requireNonNull(row.get(0))).longValue()));
        });
    }

    /** When the first of these alerts was opened; now if there is none. */
    private LocalDateTime opened(Table alerts) {
        return alerts.named()
                .map(alert -> alert.value("opened_at"))
                .filter(LocalDateTime.class::isInstance)
                .map(LocalDateTime.class::cast)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> PlantTime.of(clock.instant(), plant.settings().zone()));
    }

    /** The state of each channel in the settings. */
    public List<ChannelStanding> channels() {
        List<Outbox.Standing> standings = warehouse.read(outbox::standings);
        return settings.channels().stream()
                .map(channel -> standings.stream()
                        .filter(standing -> standing.channel().equals(channel.name()))
                        .findFirst()
                        .map(standing -> new ChannelStanding(
                                channel.name(),
                                channel.target(),
                                standing.waiting(),
                                standing.sent(),
                                standing.failed(),
                                standing.error()))
                        .orElse(new ChannelStanding(channel.name(), channel.target(), 0, 0, 0, "")))
                .toList();
    }

    /** The channels that take a report: those of email, since no other shows a page. */
    public List<String> reportChannels() {
        return settings.channels().stream()
                .filter(EmailChannel.class::isInstance)
                .map(Channel::name)
                .toList();
    }

    /** The address of a page of the dashboard, such as {@code /reports}; empty if the settings do not say where it is. */
    public Optional<String> page(String path) {
        return Optional.ofNullable(settings.dashboard()).map(address -> address.replaceAll("/+$", "") + path);
    }

    /** The outbox, for messages other than alerts. */
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public void close() {
        courier.close();
    }

    /** A failing rule must not stop the evaluation of others, and must not clear its own alerts. */
    private Asked asked(Instant now, List<String> failures) {
        List<Condition> conditions = new ArrayList<>();
        Set<String> unknown = new HashSet<>();
        for (AlertRule rule : rules) {
            try {
                warehouse.read(session -> rule.source().conditions(session, now)).stream()
                        .map(condition -> condition.calling(program))
                        .forEach(conditions::add);
            } catch (RuntimeException e) {
                unknown.add(rule.name());
                String reason = WarehouseException.line(e);
                failures.add(rule.name() + ": " + reason);
                conditions.add(new Condition(
                        AlertRules.RULE_FAILED,
                        rule.name(),
                        Severity.WARNING,
                        "the rule " + rule.name() + " cannot be evaluated",
                        reason,
                        program + " doctor"));
            }
        }
        return new Asked(conditions, unknown);
    }
}
