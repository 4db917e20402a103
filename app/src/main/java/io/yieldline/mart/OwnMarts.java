package io.yieldline.mart;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.feed.ColumnType;
import io.yieldline.feed.Feed;
import io.yieldline.plant.DefinitionFolder;
import io.yieldline.warehouse.CoreTables;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.WarehouseException;
import io.yieldline.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The marts in a plant's own folder: those that keep the promises of a mart, and those that are refused, with the reason. */
final class OwnMarts {
    private static final String ENDING = ".sql";

    /** Where an engine says that an error is: DuckDB by line, PostgreSQL by character. */
    private static final Pattern LINE = Pattern.compile("LINE (\\d+):");

    /** Temporary tables of loads, refreshes and changes, and the marks of writes: a mart of such a name would be hidden by them. */
    private static final List<String> TEMPORARY = List.of(
            "stage",
            "stage_key",
            "fate",
            "contest",
            "fresher",
            "stale_unit",
            "new_unit",
            "changed_unit",
            "purged",
            "twin",
            "judgement",
            "excluded_serial",
            "write_mark",
            "note_mark");

    private static final Pattern POSITION = Pattern.compile("Position: (\\d+)");

    private final Marts known;
    private final List<OwnMart> kept = new ArrayList<>();
    private final List<RefusedMart> refused = new ArrayList<>();

    private OwnMarts(Marts known) {
        this.known = known;
    }

    /** The known marts and those in a folder, which need not exist. */
    static Marts added(Marts known, Path folder) {
        OwnMarts own = new OwnMarts(known);
        DefinitionFolder.sql(folder).forEach(own::add);
        return known.with(own.kept, own.refused, fingerprint(folder));
    }

    /** The same with those as refused whose SELECT the database does not take; it is tried, and gives no row. */
    static Marts acceptedBy(Warehouse warehouse, Marts marts) {
        OwnMarts own = new OwnMarts(marts);
        own.refused.addAll(marts.refused());
        marts.ownFiles().forEach(mart -> own.accept(mart, warehouse));
        return marts.with(own.kept, own.refused, marts.files());
    }

    /** Names and texts of the files in a folder, as one text that is the same for the same ones. */
    static String fingerprint(Path folder) {
        return DefinitionFolder.sql(folder).stream()
                .map(file -> name(file) + " " + textOrProblem(file))
                .collect(Collectors.joining("\n"));
    }

    private static String textOrProblem(Path file) {
        try {
            return YamlNode.fileText(file);
        } catch (UserError e) {
            return e.getMessage();
        }
    }

    private void add(Path file) {
        String name = name(file);
        Optional<UserError> badName = badName(name, file);
        if (badName.isPresent()) {
            // By the name of its file, which no mart can have: the table of that name stays what it is.
            refused.add(new RefusedMart(name + ENDING, badName.get()));
            return;
        }
        try {
            MartFile text = MartFile.read(file.toString(), YamlNode.fileText(file));
            kept.add(new OwnMart(MartPromises.keptBy(text, known), text));
        } catch (UserError e) {
            refused.add(new RefusedMart(name, e));
        }
    }

    private void accept(OwnMart own, Warehouse warehouse) {
        Optional<UserError> problem = warehouse.read(session -> problem(session, own.mart(), own.file()));
        problem.ifPresentOrElse(error -> refused.add(new RefusedMart(own.mart().name(), error)), () -> kept.add(own));
    }

    private static Optional<UserError> problem(Session session, Mart mart, MartFile file) {
        String head = "select " + String.join(", ", mart.columnNames()) + " from (\n";
        try {
            List<ColumnType> types = session.columnTypes(head + mart.select() + "\n) z where 1 = 0");
            for (int i = 0; i < types.size(); i++) {
                MartColumn column = mart.columns().get(i);
                if (column.type() != types.get(i)) {
                    return Optional.of(file.wrong(
                            column.name(),
                            "\"" + column.name() + "\" is " + column.type().word() + " by the header, and "
                                    + types.get(i).word() + " by the SELECT"));
                }
            }
            return Optional.empty();
        } catch (WarehouseException e) {
            return Optional.of(refusal(e, head, mart, file, session.engine()));
        }
    }

    private static UserError refusal(WarehouseException e, String head, Mart mart, MartFile file, Engine engine) {
        String message = String.valueOf(e.getMessage());
        String reason = engine.label() + " refuses the SELECT: "
                + message.lines().findFirst().orElse("").strip();
        Matcher line = LINE.matcher(message);
        if (line.find()) {
            return file.wrongInLine(Math.max(1, Integer.parseInt(line.group(1)) - 1), reason);
        }
        Matcher position = POSITION.matcher(message);
        int place = position.find() ? Integer.parseInt(position.group(1)) - 1 - head.length() : 0;
        return file.wrongAt(Math.min(Math.max(0, place), mart.select().length()), reason);
    }

    private Optional<UserError> badName(String name, Path file) {
        String problem = null;
        if (!name.matches("[a-z][a-z0-9_]{0,49}")) {
            problem = "cannot name a mart; use at most 50 lower-case letters, digits and _";
        } else if (taken().contains(name) || name.startsWith("rule_")) {
            problem = "is the name of another table; rename the file";
        }
        return Optional.ofNullable(problem)
                .map(text -> new UserError(ExitCode.USAGE, file + ": \"" + name + "\" " + text));
    }

    private Set<String> taken() {
        Set<String> taken = new TreeSet<>(CoreTables.names());
        taken.addAll(TEMPORARY);
        known.builtInTables().map(Mart::name).forEach(taken::add);
        taken.addAll(Views.names());
        known.feeds().all().stream().map(Feed::masterLog).forEach(taken::add);
        known.feeds().all().stream().map(Feed::history).forEach(taken::add);
        return taken;
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }
}
