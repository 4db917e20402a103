package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.api.auth.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong logins: what they tell, and how many there may be. */
class LoginLimitTest {
    @TempDir
    Path temp;

    private ServedPlant plant;

    @BeforeEach
    void serve() {
        plant = ServedPlant.on(temp);
        plant.user("ann", Role.OPERATOR);
    }

    @AfterEach
    void stop() {
        plant.close();
        assertThat(plant.failures()).isEmpty();
    }

    @Test
    void wrongNameAndWrongPassword_areToldTheSame() {
        Reply password = logIn("ann", "wrong password");
        Reply name = logIn("nobody", ServedPlant.PASSWORD);

        assertThat(password.status()).isEqualTo(401);
        assertThat(name.text()).isEqualTo(password.text());
        assertThat(password.detail()).isEqualTo("user name or password is wrong");
    }

    @Test
    void fiveFailuresInAMinute_areEnough() {
        for (int i = 0; i < 5; i++) {
            assertThat(logIn("ann", "wrong password").status()).isEqualTo(401);
        }
        Reply sixth = logIn("ann", ServedPlant.PASSWORD);

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.detail()).isEqualTo("too many failed logins; try again in 61 s");
        assertThat(sixth.header("Retry-After")).isEqualTo("61");
        plant.later(Duration.ofSeconds(61));
        assertThat(logIn("ann", ServedPlant.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void sixtyAttemptsAtATime_areNoMoreThanOneAfterTheOther() throws InterruptedException {
        Map<Integer, Long> answers =
                atATime(60, () -> logIn("ann", "wrong password").status());

        assertThat(answers).isEqualTo(Map.of(401, 5L, 429, 55L));
    }

    @Test
    void rightLoginsAtATime_areNoFailures() throws InterruptedException {
        assertThat(atATime(60, () -> logIn("ann", ServedPlant.PASSWORD).status()))
                .isEqualTo(Map.of(200, 60L));
        assertThat(logIn("ann", "wrong password").status()).isEqualTo(401);
    }

    private static Map<Integer, Long> atATime(int count, Callable<Integer> request) throws InterruptedException {
        ExecutorService senders = Executors.newFixedThreadPool(count);
        try {
            return senders.invokeAll(Collections.nCopies(count, request)).stream()
                    .map(LoginLimitTest::result)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        } finally {
            senders.shutdownNow();
        }
    }

    private static int result(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void guessingNames_isSlowedDownToo() {
        for (int i = 0; i < 20; i++) {
            logIn("user" + i, "wrong password");
        }
        assertThat(logIn("ann", ServedPlant.PASSWORD).status()).isEqualTo(429);
    }

    private Reply logIn(String user, String password) {
        return plant.post("/session", "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}");
    }
}
