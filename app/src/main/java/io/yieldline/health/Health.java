package io.yieldline.health;

import io.yieldline.mart.PlantParts;
import java.util.ArrayList;
import java.util.List;

/** Whether the process is alive, and whether the plant takes work now. */
public final class Health {
    private static final List<Link> ASKED =
            List.of(new HomeLink(), new SpaceLink(), new DatabaseLink(), new ReceiptsLink(), new InboxLink());

    private final Examination examination;

    /** Of a plant that this process holds. */
    public Health(PlantParts parts) {
        this.examination = Examination.open(parts, HealthInputs.alone(), true, null, note -> {});
    }

    /** That somebody answers is the answer; a process that does not should be killed. */
    public Answer live() {
        return new Answer(true, List.of());
    }

    /**
     * Directories are open to this user, the disk has its reserve, the database takes a transaction, it has every confirmed
     * export, and no file waits in the inbox for more than a day.
     */
    public Answer ready() {
        List<String> reasons = new ArrayList<>();
        for (Link link : ASKED) {
            Found found = Doctor.look(link, examination);
            if (found.state() != State.OK && !(link instanceof ReceiptsLink && found.state() == State.WARN)) {
                reasons.add(link.name() + ": " + found.message());
            }
        }
        return new Answer(reasons.isEmpty(), reasons);
    }

    /**
     * An answer.
     *
     * @param ok yes or no; HTTP 200 or 503
     * @param reasons why not, a line each
     */
    public record Answer(boolean ok, List<String> reasons) {}
}
