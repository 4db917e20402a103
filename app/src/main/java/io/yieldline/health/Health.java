package io.yieldline.health;

import io.yieldline.PartProgress;
import io.yieldline.mart.PlantParts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Health checks: whether the process is alive, and whether the plant accepts work. */
public final class Health {
    private static final List<Link> ASKED = List.of(
            new HomeLink(), new ServerLink(), new SpaceLink(), new DatabaseLink(), new ReceiptsLink(), new InboxLink());

    private final Supplier<PlantParts> parts;
    private final HealthInputs around;

    /** For a plant that this process holds, as it is whenever it is asked. */
    public Health(Supplier<PlantParts> parts, HealthInputs around) {
        this.parts = parts;
        this.around = around;
    }

    /** A response is proof enough; a process that does not respond should be restarted. */
    public Answer live() {
        return new Answer(true, List.of());
    }

    /**
     * Checks that directories are writable, the disk has its reserve, the database accepts a transaction and has every confirmed
     * export, and the periodic tasks succeed. What only needs attention, such as an old file in the inbox, is no reason.
     */
    public Answer ready() {
        Examination examination = Examination.open(parts.get(), around, true, null, note -> {}, PartProgress.NONE);
        List<String> reasons = new ArrayList<>();
        for (Link link : ASKED) {
            Found found = Doctor.look(link, examination);
            if (found.state() != State.OK && found.state() != State.WARN) {
                reasons.add(link.name() + ": " + found.message());
            }
        }
        return new Answer(reasons.isEmpty(), reasons);
    }

    /**
     * The result of a health check.
     *
     * @param ok HTTP 200 or 503
     * @param reasons reasons for 503, one per line
     */
    public record Answer(boolean ok, List<String> reasons) {}
}
