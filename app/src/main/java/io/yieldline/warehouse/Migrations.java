package io.yieldline.warehouse;

import io.yieldline.yaml.ResourceFolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbered scripts that create the tables of a warehouse. A script that has run is never changed; each runs in a
 * separate transaction and is recorded with its checksum. The file {@code landed.txt} beside them lists them in order with their
 * checksums, so that a start need not read them.
 */
final class Migrations {
    private final Map<String, String> checksums = new LinkedHashMap<>();
    private final List<String> scripts;

    private Migrations() {
        ResourceFolder.text(Migrations.class, "migration/landed.txt")
                .lines()
                .map(line -> line.split(" "))
                .forEach(line -> checksums.put(line[0], line[1]));
        scripts = List.copyOf(checksums.keySet());
    }

    static Migrations builtIn() {
        return new Migrations();
    }

    /** The checksum of each script by its name, in the order in which they run. */
    Map<String, String> checksums() {
        return checksums;
    }

    /** The statements of all scripts, without comments. */
    Stream<String> statements() {
        return scripts.stream()
                .flatMap(script -> Stream.of(text(script).split(";\\s*\\n")))
                .map(statement -> statement
                        .lines()
                        .filter(line -> !line.startsWith("--"))
                        .collect(Collectors.joining("\n"))
                        .strip());
    }

    void apply(Warehouse warehouse, BeforeMigration before) {
        List<String> done = warehouse.read(this::applied);
        refuseNewer(done, warehouse.location());
        for (int i = 0; i < done.size(); i++) {
            refuseChanged(scripts.get(i), done.get(i));
        }
        before.opened(warehouse, done.size(), scripts.size());
        for (String script : scripts.subList(done.size(), scripts.size())) {
            warehouse.migrate(session -> run(session, script));
        }
    }

    private void refuseNewer(List<String> done, String location) {
        if (done.size() > scripts.size()) {
            throw DatabaseFault.newer(location + " was created by a newer Yieldline (schema " + done.size()
                    + ", this version supports " + scripts.size() + "); run the newer version");
        }
    }

    private void refuseChanged(String script, String checksum) {
        if (!checksum.equals(checksums.get(script))) {
            throw new WarehouseException("migration " + script + " differs from the one that made this database");
        }
    }

    private List<String> applied(Session session) {
        return StoredTables.exists(session, "schema_migration")
                ? session.texts("select checksum from schema_migration order by number")
                : List.of();
    }

    private void run(Session session, String script) {
        int number = scripts.indexOf(script) + 1;
        if (number == 1) {
            session.execute("create table schema_migration"
                    + " (number integer primary key, script ${text} not null, checksum ${text} not null)");
        }
        session.script(text(script));
        session.execute("insert into schema_migration values (?, ?, ?)", number, script, checksums.get(script));
    }

    private static String text(String script) {
        return ResourceFolder.text(Migrations.class, "migration/" + script);
    }
}
