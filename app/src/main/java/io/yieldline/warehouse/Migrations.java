package io.yieldline.warehouse;

import io.yieldline.Sha256;
import io.yieldline.yaml.YamlNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbered scripts that create the tables of a warehouse. A script that has run is never changed; each runs in a
 * separate transaction and is recorded with a checksum.
 */
final class Migrations {
    private static final List<String> SCRIPTS = List.of(
            "V001__core.sql",
            "V002__runs.sql",
            "V003__checks.sql",
            "V004__recovery.sql",
            "V005__schedule.sql",
            "V006__alerts.sql",
            "V007__reports.sql",
            "V008__mart_refresh.sql",
            "V009__users.sql",
            "V010__notes.sql",
            "V011__wiped_exports.sql",
            "V012__plant.sql",
            "V013__dismissed_exports.sql",
            "V014__run_steps.sql",
            "V015__check_days.sql",
            "V016__samples.sql",
            "V017__versions.sql",
            "V018__cleaned_cells.sql",
            "V019__remarks.sql",
            "V020__findings.sql",
            "V021__snapshots.sql",
            "V022__queries.sql",
            "V023__subscriptions.sql",
            "V024__check_months.sql");

    private final List<String> scripts;

    private Migrations(List<String> scripts) {
        this.scripts = scripts;
    }

    static Migrations builtIn() {
        return new Migrations(SCRIPTS);
    }

    /** The names of all scripts, in the order in which they run. */
    List<String> names() {
        return scripts;
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
        if (!checksum(script).equals(checksum)) {
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
        session.execute("insert into schema_migration values (?, ?, ?)", number, script, checksum(script));
    }

    private static String text(String script) {
        return YamlNode.resourceText(Migrations.class, "migration/" + script);
    }

    private static String checksum(String script) {
        return Sha256.of(text(script));
    }
}
