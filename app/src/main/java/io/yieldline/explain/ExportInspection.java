package io.yieldline.explain;

import io.yieldline.Counted;
import io.yieldline.explain.Comparison.Fate;
import io.yieldline.explain.Comparison.Kind;
import io.yieldline.explain.DebugResult.Part;
import io.yieldline.feed.Feeds;
import io.yieldline.feed.Rejection;
import io.yieldline.ingest.Archive;
import io.yieldline.ingest.ExportRows;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import io.yieldline.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Inspects an export without loading it: its changes, and its rows by event. */
public final class ExportInspection {
    private static final List<String> EVENT = List.of("serial_number", "station", "started_at", "ended_at");

    private final Plant plant;
    private final Feeds feeds;
    private final Warehouse warehouse;

    /** Compared with the data, feeds and rules of a plant. */
    public ExportInspection(Plant plant, Feeds feeds, Warehouse warehouse) {
        this.plant = plant;
        this.feeds = feeds;
        this.warehouse = warehouse;
    }

    /** The changes: new, identical and revised records, column by column, and known records that it does not contain. */
    public DebugResult compare(Path file) {
        Comparison comparison = comparison(file);
        List<StoredRecord> vanished = comparison.vanished();
        return new DebugResult(
                summary(comparison) + ", " + Counted.of(vanished.size(), "known record") + " not in it"
                        + loaded(loadedAs(file)),
                true,
                List.of(
                        new Part("Changed columns", differences(comparison)),
                        new Part("Outcome of its rows", kinds(comparison)),
                        new Part(
                                "Known records in its time range that it does not contain",
                                vanished(comparison, vanished)),
                        new Part("Rejected rows", rejected(comparison.export()))));
    }

    /**
     * The rows that share their identity with another row of the file or with a loaded record: those within the file first.
     *
     * @param all whether to list every row, in file order
     */
    public DebugResult dedup(Path file, boolean all) {
        Comparison comparison = comparison(file);
        Optional<Long> loaded = loadedAs(file);
        Long itself = loaded.orElse(null);
        List<Fate> colliding = comparison.fates().stream()
                .filter(fate -> !collision(fate, itself).isEmpty())
                .sorted(Comparator.comparing(Fate::kind).reversed())
                .toList();
        return new DebugResult(
                summary(comparison) + collisions(colliding) + loaded(loaded),
                true,
                List.of(
                        all
                                ? new Part("Rows and their events", rows(comparison, comparison.fates(), itself))
                                : new Part("Rows that collide", rows(comparison, colliding, itself)),
                        new Part("Rejected rows", rejected(comparison.export()))));
    }

    private static String collisions(List<Fate> colliding) {
        long inside =
                colliding.stream().filter(fate -> fate.kind() == Kind.REPEATED).count();
        return String.format(
                Locale.ROOT,
                "; %s with another row of this file, %,d with a loaded record",
                Counted.of(inside, "collision"),
                colliding.size() - inside);
    }

    /** An export without a time of its own would arrive now; what is loaded and differs lost against another export. */
    private Comparison comparison(Path file) {
        ExportRows export = ExportRows.read(file, feeds, plant);
        LocalDateTime exported = loadedAs(file).isPresent()
                ? LocalDateTime.MIN
                : export.writtenAt().orElse(LocalDateTime.MAX);
        return Comparison.of(export, exported, warehouse);
    }

    /** A note if the export is already loaded: exports are identified by their bytes, not by name. */
    private static String loaded(Optional<Long> as) {
        return as.map(export -> "; its bytes are already loaded as export " + export + ": ingest would skip it")
                .orElse("");
    }

    private Optional<Long> loadedAs(Path file) {
        return warehouse.read(session -> session.first(
                "select id from export where sha256 = ? and status = 'loaded'",
                row -> row.getLong(1),
                Archive.hash(file)));
    }

    private static String summary(Comparison comparison) {
        String kinds = Stream.of(Kind.values())
                .map(kind -> String.format(Locale.ROOT, "%,d %s", count(comparison, kind), kind.word()))
                .collect(Collectors.joining(", "));
        ExportRows export = comparison.export();
        return Counted.of(export.records().size() + export.rejections().size(), "row") + " of feed "
                + export.feed().name() + ": " + kinds + ", "
                + export.rejections().size() + " rejected";
    }

    private static long count(Comparison comparison, Kind kind) {
        return comparison.fates().stream().filter(fate -> fate.kind() == kind).count();
    }

    private static Table kinds(Comparison comparison) {
        return Table.of(
                List.of(Kind.values()),
                List.of(
                        new Field<>("fate", Kind::word),
                        new Field<>("rows", kind -> count(comparison, kind)),
                        new Field<>("meaning", Kind::meaning)));
    }

    private static Table differences(Comparison comparison) {
        List<Field<Difference>> fields = new ArrayList<>(List.of(
                new Field<>("fate", difference -> difference.fate().kind().word()),
                new Field<>("row", difference -> difference.fate().row())));
        Stream.of("serial_number", "station", "ended_at")
                .forEach(name -> fields.add(new Field<>(
                        name, difference -> comparison.value(difference.fate().values(), name))));
        fields.addAll(List.of(
                new Field<>("column", Difference::column),
                new Field<>("known", Difference::there),
                new Field<>("here", Difference::here),
                new Field<>("export", difference -> difference.known().export()),
                new Field<>("known_row", difference -> difference.known().row())));
        return Table.of(
                comparison.fates().stream()
                        .filter(fate -> fate.kind() != Kind.REPEATED)
                        .flatMap(fate -> differences(comparison, fate))
                        .toList(),
                fields);
    }

    private static Stream<Difference> differences(Comparison comparison, Fate fate) {
        StoredRecord known = fate.known();
        return known == null
                ? Stream.of()
                : IntStream.range(0, comparison.columns().size())
                        .mapToObj(i -> new Difference(
                                fate,
                                known,
                                comparison.columns().get(i),
                                text(known.values().get(i)),
                                text(fate.record().values()[i])))
                        .filter(difference -> !difference.here().equals(difference.there()));
    }

    private static Table vanished(Comparison comparison, List<StoredRecord> vanished) {
        List<Field<StoredRecord>> fields = new ArrayList<>();
        EVENT.forEach(name -> fields.add(new Field<>(name, known -> comparison.value(known.values(), name))));
        fields.addAll(List.of(
                new Field<>("export", StoredRecord::export),
                new Field<>("file", StoredRecord::file),
                new Field<>("row", StoredRecord::row)));
        return Table.of(vanished, fields);
    }

    private static Table rows(Comparison comparison, List<Fate> fates, @Nullable Long itself) {
        List<Field<Fate>> fields = new ArrayList<>(List.of(new Field<>("row", Fate::row)));
        EVENT.forEach(name -> fields.add(new Field<>(name, fate -> comparison.value(fate.values(), name))));
        fields.addAll(List.of(
                new Field<>("identity", fate -> fate.record().identity().toString()),
                new Field<>("fate", fate -> fate.kind().word()),
                new Field<>("collides_with", fate -> collision(fate, itself)),
                new Field<>("differs_in", fate -> differing(comparison, fate))));
        return Table.of(fates, fields);
    }

    /** The other row of the event, in this file or loaded; a row of a loaded file does not collide with its own record. */
    private static String collision(Fate fate, @Nullable Long itself) {
        String twin = fate.kind() == Kind.REPEATED ? "row " + fate.standing().rowNumber() + " of this file" : "";
        StoredRecord known = fate.known();
        boolean own = known != null && Objects.equals(known.export(), itself) && known.row() == fate.row();
        String there = known == null || own ? "" : "export " + known.export() + ", row " + known.row();
        return Stream.of(twin, there).filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
    }

    /** The columns in which a row differs from the one that it collides with. */
    private static String differing(Comparison comparison, Fate fate) {
        StoredRecord known = fate.known();
        if (fate.kind() == Kind.REPEATED) {
            return differing(comparison, fate, Arrays.asList(fate.standing().values()));
        }
        return known == null ? "" : differing(comparison, fate, known.values());
    }

    private static String differing(Comparison comparison, Fate fate, List<@Nullable Object> other) {
        return IntStream.range(0, comparison.columns().size())
                .filter(i -> !text(fate.values().get(i)).equals(text(other.get(i))))
                .mapToObj(comparison.columns()::get)
                .collect(Collectors.joining(", "));
    }

    private static Table rejected(ExportRows export) {
        return Table.of(
                export.rejections(),
                List.of(
                        new Field<>("row", rejection -> (long) rejection.rowNumber()),
                        new Field<>("column", Rejection::column),
                        new Field<>("value", Rejection::value),
                        new Field<>("reason", rejection -> rejection.reason().text())));
    }

    /** Whole numbers have a wider type in the database than in a record. */
    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /** A column in which a row of the export and the known record of its event differ. */
    private record Difference(Fate fate, StoredRecord known, String column, String there, String here) {}
}
