package io.yieldline.warehouse;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests on a new warehouse of either engine. */
abstract class WarehouseSuite {
    @TempDir
    Path folder;

    private final Engine engine;
    private String address;
    Warehouse warehouse;

    WarehouseSuite(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void create() {
        address = engine == Engine.DUCKDB ? folder.resolve("w.duckdb").toString() : TestPostgres.freshDatabase();
        warehouse = open();
        warehouse.writeAll(session -> session.execute("create table item (id bigint, name ${text})"));
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    Warehouse open() {
        return engine == Engine.DUCKDB
                ? Warehouses.openDuckDb(Path.of(address), DuckDbLimits.DEFAULT)
                : Warehouses.openPostgres(address);
    }

    void reopen() {
        warehouse.close();
        warehouse = open();
    }

    Engine engine() {
        return engine;
    }

    String address() {
        return address;
    }

    List<String> texts(String sql) {
        return warehouse.read(session -> session.texts(sql));
    }

    long items() {
        return warehouse.read(session -> session.number("select count(*) from item"));
    }

    static Consumer<Session> insert(long id) {
        return session -> session.execute("insert into item values (?, 'item')", id);
    }
}
