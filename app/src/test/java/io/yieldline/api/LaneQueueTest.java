package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who goes on and who waits. */
class LaneQueueTest {
    private final LaneQueue<Sent> queue = new LaneQueue<>(Lane.ORDINARY);

    @Test
    void aUser_hasAShare_andTheNextGoesOnWhenOneHasEnded() {
        List<Sent> sent = enter(Lane.ORDINARY.mostOfUser(), "ann", "wall");
        Sent late = new Sent("ann", "wall");

        assertThat(queue.enter(late)).isFalse();
        assertThat(queue.processed(sent.get(0)))
                .as("its response is on its way")
                .isEmpty();
        assertThat(queue.ended(sent.get(0))).containsExactly(late);
    }

    @Test
    void anAddress_hasAShare_untilTheThreadIsFree() {
        List<Sent> sent = enter(Lane.ORDINARY.mostFromAddress(), "", "proxy");
        Sent late = new Sent("", "proxy");

        assertThat(queue.enter(late)).isFalse();
        assertThat(queue.enter(new Sent("", "elsewhere"))).isTrue();
        assertThat(queue.processed(sent.get(0))).containsExactly(late);
    }

    @Test
    void whoHasLessUnderWay_isNext() {
        List<Sent> crowd = enter(12, "ann", "one");
        enter(12, "bob", "two");
        Sent bob = new Sent("bob", "two");
        Sent eve = new Sent("eve", "three");
        queue.enter(bob);
        queue.enter(eve);

        assertThat(queue.processed(crowd.get(0))).containsExactly(eve);
    }

    @Test
    void whoGaveUp_isNotCalled() {
        List<Sent> sent = enter(12, "ann", "wall");
        Sent late = new Sent("ann", "wall");
        queue.enter(late);

        assertThat(queue.leave(late)).isTrue();
        assertThat(queue.leave(late)).isFalse();
        queue.processed(sent.get(0));
        assertThat(queue.ended(sent.get(0))).isEmpty();
    }

    private List<Sent> enter(int count, String user, String address) {
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Sent each = new Sent(user, address);
            assertThat(queue.enter(each)).isTrue();
            sent.add(each);
        }
        return sent;
    }

    /** Each is another one, whoever sent it. */
    private static final class Sent implements LaneQueue.Caller {
        private final String user;
        private final String address;

        Sent(String user, String address) {
            this.user = user;
            this.address = address;
        }

        @Override
        public String user() {
            return user;
        }

        @Override
        public String address() {
            return address;
        }
    }
}
