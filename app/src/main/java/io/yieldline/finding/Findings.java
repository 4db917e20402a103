package io.yieldline.finding;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads findings as they are kept, and takes notes. */
public final class Findings {
    /** Alerts of these rules are findings about data and yields; the other rules are about machine and program. */
    static final String ALERT_RULES = "'yield_low', 'data_late', 'check_failed', 'export_parked'";

    private static final String KEPT =
            "select " + Finding.COLUMNS + " from finding f left join finding_note n on n.finding_id = f.id";

    /** An alert has counts and onset in its text. */
    private static final String ALERTS = """
            select 'alert-' || cast(a.id as varchar(20)), 'alert', '', '', '', '', '', false,
                cast(a.opened_at as date), cast(a.opened_at as date), a.opened_at, cast(a.last_seen_at as date),
                cast(a.resolved_at as date), case when a.resolved_at is not null then 'gone' end, 0, 0, null, null, null,
                null, '', null, a.rule, a.title || case when a.detail = '' then '' else ': ' || a.detail end,
                a.opened_at >= coalesce((select max(r.refreshed_at) from finding_refresh r), a.opened_at),
                n.noted_by, n.noted_at, n.note
            from alert a
            left join finding_note n on n.finding_id = 'alert-' || cast(a.id as varchar(20))
            where a.rule in (${rules})""".replace("${rules}", ALERT_RULES);

    /** Those that last before those that ended; losses before alerts before improvements; the greatest first. */
    private static final Comparator<Finding> RANK = Comparator.comparing((Finding finding) -> !finding.open())
            .thenComparing(Findings::group)
            .thenComparing(finding ->
                    finding.size() == null ? 0 : -Math.abs(finding.size().doubleValue()))
            .thenComparing(Finding::since, Comparator.reverseOrder())
            .thenComparing(Finding::id);

    private Findings() {}

    private static int group(Finding finding) {
        return finding.improvement() ? 2 : finding.kind() == FindingKind.ALERT ? 1 : 0;
    }

    /**
     * What is asked for.
     *
     * @param all whether also what ended
     * @param kinds only these; empty for all
     * @param model only this model; null for all
     * @param station only this station; null for all
     */
    public record Question(
            boolean all,
            Set<FindingKind> kinds,
            @Nullable String model,
            @Nullable String station) {
        /** A copy that nobody changes. */
        public Question {
            kinds = Set.copyOf(kinds);
        }

        /** What lasts, of all kinds. */
        public static Question open() {
            return new Question(false, Set.of(), null, null);
        }

        private boolean wants(Finding finding) {
            return (all || finding.open())
                    && (kinds.isEmpty() || kinds.contains(finding.kind()))
                    && (model == null
                            || model.equalsIgnoreCase(finding.subject().model()))
                    && (station == null
                            || station.equalsIgnoreCase(finding.subject().station()));
        }
    }

    /** The findings, ranked. */
    public static List<Finding> of(Session session, Question question) {
        List<Finding> all = new ArrayList<>(kept(session));
        all.addAll(session.query(ALERTS, Finding::of));
        return all.stream().filter(question::wants).sorted(RANK).toList();
    }

    /** Those that were found in the data, in no order. */
    static List<Finding> kept(Session session) {
        return session.query(KEPT, Finding::of);
    }

    /** One of them. */
    public static Optional<Finding> named(Session session, String id) {
        return id.startsWith("alert-")
                ? session.query(ALERTS, Finding::of).stream()
                        .filter(finding -> finding.id().equals(id))
                        .findFirst()
                : session.first(KEPT + " where f.id = ?", Finding::of, id);
    }

    /** What was known of it when: a row for each look at the data that changed it. */
    public static Table history(Session session, String id) {
        return session.table(
                "select day, refreshed_at, since, ended, units, failed, expected, sentence from finding_history"
                        + " where finding_id = ? order by refresh",
                id);
    }

    /** Keeps who has seen a finding and what they say, instead of an earlier note. */
    public static void acknowledge(Session session, String id, String by, LocalDateTime at, String note) {
        session.execute("""
                insert into finding_note (finding_id, noted_by, noted_at, note) values (?, ?, ?, ?)
                on conflict (finding_id) do update set
                    noted_by = excluded.noted_by,
                    noted_at = excluded.noted_at,
                    note = excluded.note""", id, by, at, note);
    }

    /** Gives the notes of earlier findings to those that are the same ones now, under whatever name. */
    static void keepNotes(Session session, List<Finding> noted) {
        List<Finding> now = kept(session);
        for (Finding old : noted) {
            now.stream()
                    .filter(finding -> Identity.same(finding, old))
                    .min(Comparator.comparingLong(finding -> Identity.apart(finding, old)))
                    .ifPresent(finding -> copy(session, old.note(), finding.id()));
        }
    }

    private static void copy(Session session, Finding.@Nullable Note note, String id) {
        if (note != null) {
            acknowledge(session, id, note.by(), note.at(), note.note());
        }
    }

    /** The last day of the data that was looked at; empty if nobody has looked yet. */
    public static Optional<LocalDate> lookedUpTo(Session session) {
        return session.first(
                "select day from finding_refresh order by refresh desc limit 1",
                row -> row.getObject(1, LocalDate.class));
    }
}
