package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import io.yieldline.api.auth.Actor;
import io.yieldline.api.auth.FirstAdmin;
import io.yieldline.api.auth.Role;
import io.yieldline.api.auth.Users;
import io.yieldline.plant.Home;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first admin of a plant to which users may have been added before the server ever ran. */
class FirstAdminTest {
    private static final Actor ACTOR = new Actor("test", "test");

    private Warehouse warehouse;
    private Users users;
    private Home home;

    @BeforeEach
    void open(@TempDir Path directory) {
        warehouse = Warehouses.openInMemory();
        users = new Users(warehouse, Instant::now, 1_000);
        home = new Home(directory);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void usersWithoutAnAdmin_getOne() throws IOException {
        users.add("ann", Role.OPERATOR, null, ACTOR);
        new FirstAdmin(home, users).prepare();

        assertThat(users.find("admin").orElseThrow().role()).isEqualTo(Role.ADMIN);
        assertThat(Files.readString(home.adminPasswordFile())).matches("[A-Za-z0-9_-]{20}\n");
    }

    @Test
    void whoHasAnAdmin_getsNoOther() {
        users.add("ann", Role.ADMIN, null, ACTOR);
        new FirstAdmin(home, users).prepare();

        assertThat(users.find("admin")).isEmpty();
        assertThat(home.adminPasswordFile()).doesNotExist();
    }

    @Test
    void theNameAdmin_isForAnAdmin() {
        assertThatThrownBy(() -> users.add("Admin", Role.VIEWER, null, ACTOR))
                .isInstanceOf(UserError.class)
                .hasMessage("the name admin is for an admin; choose another name, or --role admin");
    }

    @Test
    void anAdminWhoIsNone_isNotMadeOneSilently() {
        users.add("admin", Role.ADMIN, null, ACTOR);
        warehouse.writeAll(session -> session.execute("update app_user set role = 'viewer'"));

        assertThatThrownBy(() -> new FirstAdmin(home, users).prepare())
                .isInstanceOf(UserError.class)
                .hasMessage("nobody has the role admin, and the user admin is viewer; make somebody admin:"
                        + " yieldline users role admin --role admin");
    }
}
