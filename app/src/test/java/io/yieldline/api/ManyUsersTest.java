package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.api.auth.Role;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Users of different roles ask at the same time over the same connections: nobody is taken for another. */
class ManyUsersTest extends ServedSuite {
    private static final int TIMES_EACH = 100;
    private static final int AT_ONCE = 16;

    @Test
    void everybodyIsWhoTheyAre_andMayWhatTheyMay() throws Exception {
        List<Asker> askers = Stream.of(Role.VIEWER, Role.ANALYST, Role.OPERATOR, Role.ADMIN)
                .flatMap(role -> Stream.of(token(role), session(role)))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> asked = IntStream.range(0, TIMES_EACH)
                    .boxed()
                    .flatMap(i -> askers.stream())
                    .<Future<?>>map(asker -> pool.submit(() -> ask(asker)))
                    .toList();
            for (Future<?> each : asked) {
                each.get();
            }
            assertThat(asked).hasSize(TIMES_EACH * askers.size());
        } finally {
            pool.shutdownNow();
        }
    }

    private void ask(Asker asker) {
        assertThat(plant.get("/me", asker.headers).text())
                .contains("\"user\":\"" + asker.name + "\"", "\"role\":\"" + asker.role.word() + "\"");
        assertThat(plant.get("/audit", asker.headers).status()).isEqualTo(asker.role.covers(Role.ADMIN) ? 200 : 403);
        assertThat(plant.get("/rejects", asker.headers).status())
                .isEqualTo(asker.role.covers(Role.ANALYST) ? 200 : 403);
    }

    private Asker token(Role role) {
        return new Asker(role.word() + "-token", role, plant.as(role));
    }

    private Asker session(Role role) {
        String name = role.word() + "-at-a-screen";
        plant.user(name, role);
        return new Asker(name, role, new String[] {"Cookie", plant.logIn(name, ServedPlant.PASSWORD)});
    }

    private record Asker(String name, Role role, String[] headers) {}
}
