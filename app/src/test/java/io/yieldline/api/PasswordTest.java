package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.api.auth.Actor;
import io.yieldline.api.auth.Role;
import io.yieldline.api.auth.Users;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords as a real plant hashes them; other tests take few rounds. */
class PasswordTest {
    private ServedPlant plant;

    @BeforeEach
    void serve(@TempDir Path temp) {
        plant = ServedPlant.hashing(Users.ROUNDS, temp);
    }

    @AfterEach
    void stop() {
        plant.close();
        assertThat(plant.failures()).isEmpty();
    }

    @Test
    void aPassword_isHashedWithSixHundredThousandRounds() {
        Users users = new Users(plant.warehouse(), Instant::now);
        users.add("eve", Role.VIEWER, ServedPlant.PASSWORD, new Actor("test", "test"));

        assertThat(users.find("eve").orElseThrow().passwordHash())
                .matches("pbkdf2-sha256\\$600000\\$[0-9a-f]{32}\\$[0-9a-f]{64}");
    }

    /** Side by side in one run: without the work for a name that nobody has, the answer would come a hundred times sooner. */
    @Test
    void wrongNameAndWrongPassword_takeAsLong() {
        long password = Long.MAX_VALUE;
        long name = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            password = Math.min(password, nanoseconds("admin"));
            name = Math.min(name, nanoseconds("nobody"));
        }

        assertThat((double) name / password).isBetween(0.4, 2.5);
    }

    private long nanoseconds(String user) {
        long start = System.nanoTime();
        assertThat(plant.post("/session", "{\"user\":\"" + user + "\",\"password\":\"wrong password\"}")
                        .status())
                .isEqualTo(401);
        return System.nanoTime() - start;
    }
}
