package io.yieldline.demo;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The route of one unit: queues, tests, retests, repairs, scrap. */
final class Journey {
    private static final String TESTER = "TE AUTO";
    private static final List<String> OPERATORS = List.of(
            "Maria Keller",
            "Li Na",
            "D. Okafor",
            "Tom Brandt",
            "Ana Ruiz",
            "Zhang Lei",
            "S. Novak",
            "J. Whitcomb",
            "Priya Raman",
            "王芳",
            "");
    private static final Stop SCRAP = new Stop("SCRAP", 0, 100);
    private static final int MAX_REPAIRS = 3;
    private static final int MAX_RETESTS = 2;

    private final DemoSettings settings;
    private final Unit unit;
    private final Dice dice;
    private final List<Step> steps = new ArrayList<>();
    private LocalDateTime clock;
    private int position;
    private int retests;
    private int repairs;
    private boolean scrapped;

    private Journey(DemoSettings settings, Unit unit, Dice dice) {
        this.settings = settings;
        this.unit = unit;
        this.dice = dice;
        this.clock = unit.arrival();
    }

    /** All steps of a unit in order of time, also outside the days of the settings. */
    static List<Step> of(DemoSettings settings, int number, Dice dice) {
        Journey journey = new Journey(settings, Unit.arriving(settings, number, dice), dice);
        journey.walk();
        return journey.steps;
    }

    private void walk() {
        List<Stop> route = unit.line().route();
        while (!scrapped && position < route.size()) {
            Stop stop = route.get(position);
            if (!dice.chance(stop.visiting()) || visit(stop) || !unit.line().repairs()) {
                position++;
                retests = 0;
            } else {
                recover(stop);
            }
        }
    }

    private void recover(Stop stop) {
        boolean again = stop.electrical() && retests < MAX_RETESTS && dice.chance(45);
        if (again) {
            retests++;
        } else {
            repair(stop);
        }
    }

    private void repair(Stop stop) {
        repairs++;
        retests = 0;
        scrapped = !visit(stop.repair()) || repairs > MAX_REPAIRS || dice.chance(4);
        if (scrapped) {
            step(SCRAP, dice.chance(93) ? "Scrap" : "Pass", null);
        } else {
            position = unit.line().reentry(position);
        }
    }

    private boolean visit(Stop stop) {
        return stop.electrical() && unit.line().process() != null ? test(stop) : handle(stop);
    }

    private boolean handle(Stop stop) {
        boolean passed = !dice.chance(stop.failing());
        step(stop, verdict(passed), null);
        return passed;
    }

    private boolean test(Stop stop) {
        Fixture fixture = dice.pickMostlyFirst(Fixture.ALL);
        boolean passed = !dice.chance(fixture.failing(stop, passedTime()));
        Failure failure = passed ? Failure.NONE : dice.pickMostlyFirst(Failure.ALL);
        step(stop, verdict(passed), TestRun.of(unit, fixture, failure, dice));
        return passed;
    }

    private void step(Stop stop, String status, @Nullable TestRun run) {
        LocalDateTime ready = clock;
        LocalDateTime start = stop.shipping()
                ? WorkCalendar.nextShipment(ready).minusSeconds(100)
                : WorkCalendar.open(ready.plus(queue(stop)), dice);
        clock = stop.shipping() ? start.plusSeconds(100) : start.plus(dice.about(stop.work()));
        steps.add(new Step(unit, stop.station(), noted(stop, ready, start), clock, status, operator(run), run));
    }

    /** Occasionally, a unit waits for days. */
    private Duration queue(Stop stop) {
        return dice.about(dice.chance(4) ? Duration.ofHours(40) : stop.queue());
    }

    /** The portal sometimes reports the time when a unit joined the queue as its start. */
    private LocalDateTime noted(Stop stop, LocalDateTime ready, LocalDateTime start) {
        if (stop.store()) {
            return ready.minusDays(dice.below(700));
        }
        return !stop.electrical() && !stop.shipping() && dice.chance(6) ? ready.plusSeconds(1) : start;
    }

    private String operator(@Nullable TestRun run) {
        String name = run == null ? dice.pickMostlyFirst(OPERATORS) : TESTER;
        return dice.chance(1) ? " " + name + " " : name;
    }

    private double passedTime() {
        double hours = ChronoUnit.HOURS.between(settings.firstDay().atStartOfDay(), clock);
        return Math.min(1, Math.max(0, hours / (24.0 * settings.days())));
    }

    private static String verdict(boolean passed) {
        return passed ? "Pass" : "Fail";
    }
}
