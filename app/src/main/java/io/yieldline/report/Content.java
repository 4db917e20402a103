package io.yieldline.report;

import io.yieldline.mart.PlantParts;
import io.yieldline.mart.Staleness;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.ChangeNumber;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The content of a report, in order. */
final class Content {
    private static final int OUTPUT_DAYS = 10;
    private static final int OUTPUT_WEEKS = 12;

    private final Session session;
    private final Plant plant;
    private final ReportPeriod choice;
    private final Period period;
    private final Coverage coverage;
    private final PlantStatus standing;
    private final LocalDateTime now;
    private final ReportSettings settings;
    private final Optional<Issue> last;
    private final ImportSection loads;
    private final ComparisonPeriod against;
    private final List<StationYield> yields;
    private final RolledStations rolled;
    private final List<FocusedYield> focused;
    private final List<Restatement> changes;
    private final String behind;

    Content(Session session, PlantParts parts, ReportPeriod choice, PlantStatus standing, LocalDateTime now) {
        this.session = session;
        this.plant = parts.plant();
        this.choice = choice;
        this.period = choice.period();
        this.coverage = Coverage.of(session, parts.plant().rules(), period, parts.today());
        this.standing = standing;
        this.now = now;
        this.settings = ReportSettings.of(plant.settings());
        this.last = ReportStore.before(session, period);
        this.loads = ImportSection.of(session, parts.feeds(), period, last);
        this.against = ComparisonPeriod.of(session, plant.rules(), period);
        this.yields = StationYield.of(session, period, against);
        this.rolled = RolledStations.of(session, period);
        this.focused = FocusedYield.all(session, period, plant.rules().focusedRolledYield(), rolled);
        this.changes = new Restatements(session, period).find();
        this.behind = parts.refresh().staleness(session).stream()
                .filter(Staleness::stale)
                .map(Staleness::mart)
                .collect(Collectors.joining(", "));
    }

    Report report(@Nullable Long runId) {
        ReportPage page = new ReportPage(
                plant.settings().plant(),
                period.kind() == ReportKind.DAILY ? "Daily report" : "Weekly report",
                period.title() + marked(", %s"),
                remarks(),
                new Headlines(session, period, headlineYields(), standing, changes, packing(), aims()).all(),
                sections(runId),
                imprint());
        return new Report(
                period,
                now,
                ChangeNumber.last(session),
                lastExport(),
                plant.settings().plant() + ": " + period.kind().word() + " report " + period.name() + marked(" (%s)"),
                HtmlPage.of(page),
                TextPage.of(page),
                List.copyOf(Figures.between(session, period, period).values()),
                changes);
    }

    private Aims aims() {
        return new Aims(plant.targets(), period.from());
    }

    private HeadlineYields headlineYields() {
        return new HeadlineYields(session, period, yields, rolled, focused, plant.scrapStatuses(), aims());
    }

    private List<Section> sections(@Nullable Long runId) {
        YieldSections stations =
                new YieldSections(plant.rules().yieldModels(), settings, against, yields, rolled, aims());
        TestSections tests = new TestSections(session, period, settings);
        List<Section> sections = new ArrayList<>();
        FindingsSection.of(session, period).ifPresent(sections::add);
        sections.addAll(StatusSections.alerts(standing));
        sections.addAll(output());
        if (period.kind() == ReportKind.WEEKLY) {
            sections.add(FirstPassSections.week(session, period));
        }
        sections.add(stations.worst());
        sections.add(tests.failures());
        sections.add(tests.fixtures());
        sections.add(FirstPassSections.units(session, period, settings));
        sections.add(stations.stations());
        sections.add(StatusSections.restatements(period, changes, last.isEmpty()));
        sections.add(StatusSections.quality(standing, period.noun(), now));
        sections.add(loads.section());
        sections.add(StatusSections.runs(session, last.map(Issue::madeAt).orElse(now.minusDays(1)), runId));
        return sections;
    }

    private List<Section> output() {
        if (period.kind() == ReportKind.DAILY) {
            return List.of(
                    packing()
                            .section(
                                    "Packed, " + OUTPUT_DAYS + " working days",
                                    "Packing records with a pass; weekend work counts on the preceding Friday."),
                    RolledSection.daily(session, period, focused));
        }
        return List.of(
                packing()
                        .section(
                                "Packed in the week",
                                "Packing records with a pass, by output day; weekend work counts on the preceding Friday."),
                Packing.byWeek(session, weeks())
                        .unfinished(coverage.finished() ? "" : period.name())
                        .sinceFirst()
                        .section(
                                "Packed by week",
                                "Packing records with a pass, by ISO week of the output day."
                                        + marked(" The last week is %s.")),
                RolledSection.weekly(session, period, focused));
    }

    private Packing packing() {
        return Packing.byDay(session, days()).unfinished(coverage.unfinishedDay());
    }

    /** Without days that have not arrived, which would look like days without output. */
    private List<LocalDate> days() {
        Stream<LocalDate> days = period.kind() == ReportKind.DAILY
                ? WorkingDays.withOutput(session, plant.rules(), period.from(), OUTPUT_DAYS).stream()
                : period.from()
                        .datesUntil(period.to().plusDays(1))
                        .filter(day -> plant.rules().outputDay(day).equals(day));
        return days.filter(coverage::holds).toList();
    }

    private String marked(String format) {
        return coverage.mark().isEmpty() ? "" : String.format(Locale.ROOT, format, coverage.mark());
    }

    private List<Period> weeks() {
        return IntStream.iterate(OUTPUT_WEEKS - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(period::minus)
                .filter(week -> !week.equals(period) || coverage.until() != null)
                .toList();
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (!choice.reason().isEmpty()) {
            remarks.add(choice.reason());
        }
        if (!coverage.remark().isEmpty() && (choice.reason().isEmpty() || period.kind() == ReportKind.WEEKLY)) {
            remarks.add(coverage.remark());
        }
        if (yields.isEmpty()) {
            remarks.add("There are no judged production records of this " + period.noun() + ".");
        }
        if (!behind.isEmpty()) {
            remarks.add("Stale marts: " + behind + ". Run yieldline aggregate and publish the report again.");
        }
        return remarks;
    }

    private long lastExport() {
        return session.number("select max(id) from export");
    }

    private String imprint() {
        return "Made by Yieldline on " + ImportSection.minute(now) + ", plant time "
                + plant.settings().zone() + ", rules "
                + plant.settings().profile().label() + ", from data change "
                + ChangeNumber.last(session) + " with exports up to number " + lastExport()
                + ". Every figure is stored with its counts; later reports name the figures that changed.";
    }
}
