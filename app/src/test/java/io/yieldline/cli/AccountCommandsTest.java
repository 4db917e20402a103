package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands about users, tokens and what they did say. */
class AccountCommandsTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void init() {
        cli = new Cli(temp.resolve("plant"));
        cli.run("init");
    }

    @Test
    void users() throws IOException {
        assertThat(cli.run("users").out()).isEqualTo("0 users.\n");

        Ran added = cli.run("users", "add", "Ann", "--role", "operator");
        assertThat(added.out())
                .matches("User Ann added with role operator\\.\n"
                        + "Initial password, to be changed at the first login: [A-Za-z0-9_-]{20}\n");
        Path file = Files.writeString(temp.resolve("password"), "a good long password\n");
        assertThat(cli.run("users", "add", "bob", "--role", "admin", "--password-file", file.toString())
                        .out())
                .isEqualTo("User bob added with role admin.\n");
        assertThat(cli.run("users", "role", "ann", "--role", "viewer").out())
                .isEqualTo("User ann has role viewer now.\n");
        assertThat(cli.run("users").out()).isEqualTo("""
                name  role    must_change  created_at
                ann   viewer  true         2025-04-21 12:00:00
                bob   admin   false        2025-04-21 12:00:00
                2 users.
                """);
        assertThat(cli.run("users", "remove", "ann").out()).isEqualTo("User ann removed.\n");
        assertThat(cli.run("runs").out()).doesNotContain(added.out().replaceAll(".*: |\n", ""));
    }

    @Test
    void wrongUsers() throws IOException {
        assertThat(cli.run("users", "add"))
                .isEqualTo(new Ran(
                        2, "", "yieldline: give the name of the user: yieldline --home TEMP/plant users add NAME\n"));
        assertThat(cli.run("users", "add", "ann"))
                .isEqualTo(new Ran(2, "", "yieldline: specify the role: --role viewer|analyst|operator|admin\n"));
        assertThat(cli.run("users", "add", "ann", "--role", "boss"))
                .isEqualTo(new Ran(
                        2, "", "yieldline: unknown role \"boss\"; valid values: viewer, analyst, operator, admin\n"));
        assertThat(cli.run("users", "add", "a b", "--role", "viewer").err())
                .isEqualTo(
                        "yieldline: \"a b\" is not a valid user name; use letters, digits, and . _ @ - after the first,"
                                + " 64 at most\n");
        assertThat(cli.run("users", "password", "ann").err())
                .isEqualTo("yieldline: there is no user \"ann\"; see: yieldline --home TEMP/plant users\n");
        cli.run("users", "add", "ann", "--role", "admin");
        assertThat(cli.run("users", "add", "ANN", "--role", "viewer").err())
                .isEqualTo("yieldline: there is a user ann already\n");
        assertThat(cli.run("users", "remove", "ann"))
                .isEqualTo(new Ran(1, "", "yieldline: ann is the last admin; make another user admin first\n"));
        Path file = Files.writeString(temp.resolve("password"), "short\n");
        assertThat(cli.run("users", "password", "ann", "--password-file", file.toString())
                        .err())
                .isEqualTo("yieldline: a password has 12 to 256 characters; choose another one\n");
    }

    @Test
    void tokens() {
        cli.run("users", "add", "ann", "--role", "viewer");
        Ran made = cli.run("tokens", "create", "ann", "--title", "line 4", "--days", "30");
        assertThat(made.out())
                .matches("Token created for ann, scope read, for 30 days\\.\n"
                        + "Shown only once; store it securely: ya_[A-Za-z0-9_-]{43}\n");
        assertThat(cli.run("tokens").out()).isEqualTo("""
                id  user  title   scope  created_at           expires_at           used_at
                 1  ann   line 4  read   2025-04-21 12:00:00  2025-05-21 12:00:00
                1 token.
                """);
        assertThat(cli.run("tokens", "revoke", "1").out()).isEqualTo("Token 1 revoked.\n");
        assertThat(cli.run("tokens", "revoke", "1").err()).isEqualTo("yieldline: there is no token 1\n");
        assertThat(cli.run("tokens", "revoke").err())
                .isEqualTo("yieldline: give the number of the token, see: yieldline --home TEMP/plant tokens\n");
        assertThat(cli.run("tokens", "create", "ann", "--days", "400").err())
                .isEqualTo("yieldline: a token lasts from 1 to 366 days\n");
        assertThat(cli.run("tokens", "create", "ann", "--scope", "all").err())
                .isEqualTo("yieldline: unknown scope \"all\"; valid values: read, ingest, admin, wall\n");
    }

    @Test
    void audit() {
        String user = System.getProperty("user.name");
        cli.run("users", "add", "ann", "--role", "viewer");
        assertThat(cli.run("audit", "--format", "csv").out()).isEqualTo("""
                id,happened_at,user,address,action,target,detail
                1,2025-04-21 12:00:00,%s,cli,add user,ann,role viewer
                """.formatted(user));
        assertThat(cli.run("audit").out()).endsWith("1 record, each follows from the one before it.\n");
        assertThat(cli.run("audit").exitCode()).isZero();
        assertThat(cli.run("--json", "users", "remove", "ann").out()).isEqualTo("""
                {
                  "summary" : "user ann removed"
                }
                """);
    }
}
