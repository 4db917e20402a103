package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.api.auth.Role;
import io.yieldline.warehouse.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A served plant for each test on either engine, in which nothing may go wrong that is no client's fault. */
abstract class ServedContract {
    @TempDir
    Path temp;

    ServedPlant plant;

    /** The headers of who asks. */
    String[] asker;

    private final Role role;

    ServedContract(Role role) {
        this.role = role;
    }

    abstract Engine engine();

    /** The plant that is served: five rows, unless a contract needs others. */
    ServedPlant served() {
        return ServedPlant.on(engine(), temp);
    }

    @BeforeEach
    void serve() {
        plant = served();
        asker = plant.as(role);
    }

    @AfterEach
    void stop() {
        plant.close();
        assertThat(plant.failures()).isEmpty();
    }

    /** An answer that must come. */
    JsonNode json(String path) {
        Reply reply = plant.get(path, asker);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }
}
