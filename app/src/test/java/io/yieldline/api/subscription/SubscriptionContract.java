package io.yieldline.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.yieldline.Busy;
import io.yieldline.TinyExport;
import io.yieldline.api.auth.Audit;
import io.yieldline.api.auth.Role;
import io.yieldline.query.SmallLake;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each subscriber gets each message once, or is told why not, on every engine. It is Monday, 08:00, in New York. */
abstract class SubscriptionContract extends SubscriptionSuite {
    private static final String FINDING =
            "insert into finding values ('0a1b2c3d', 'suspect', '', '', 'NV-1', '', '', false,"
                    + " date '2025-05-01', date '2025-05-01', timestamp '2025-05-01 08:00:00', 1, date '2025-05-01', null, null, 20,"
                    + " 9, 2, 7, null, null, '1.0e-05', 'undecided', '', 'Fixture NV-1 failed 9 of 20 units (2 expected).')";

    @Test
    void aReport_isSentWhenItIsPublished_onceWhateverHappens() throws Exception {
        plant.load(TinyExport.write(temp));
        publish("2025-04-15");
        add("ann", "report", "daily", "change");
        alert();
        assertThat(mails.getReceivedMessages()).as("what was published before").isEmpty();

        publish("2025-04-16");
        mails.stop();
        alert();
        plant.reopen();
        mails.start();
        plant.pass(Duration.ofMinutes(5));
        settings();
        alert();
        alert();
        assertThat(subjects()).containsExactly("test: daily report 2025-04-16");
        MimeMessage mail = mails.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ann@example.com");
        assertThat(part(mail, 0))
                .contains("Subscription 1 of ann: daily report, when it changes. Stop it on the page Reports");
        assertThat(part(mail, 1)).contains("subscriptions remove 1</p>\r\n</body>");
        assertThat(texts("select action || ': ' || detail from audit where action like '%subscription' order by id"))
                .containsExactly(
                        "add subscription: daily report of ann to ann@example.com, when it changes",
                        "send subscription: daily report of ann to ann@example.com, when it changes");
        assertThat(new Audit(plant.warehouse(), plant::now).flaw()).isEmpty();
    }

    @Test
    void twoWhoSendAtTheSameTime_sendOnce() {
        plant.load(TinyExport.write(temp));
        publish("2025-04-15");
        add("ann", "report", "daily", "change");
        Subscription same = subscription();
        List<Object> ended = inRound(round -> {
            List<Object> sent = new ArrayList<>(List.of(round.send(same).messages()));
            assertThatThrownBy(() -> round.send(same)).isInstanceOf(Busy.class);
            return sent;
        });
        assertThat(ended).containsExactly(1);
        assertThat(plant.number("select count(*) from outbox_message where recipient = 'ann@example.com'"))
                .isOne();
    }

    @Test
    void theRoleCountsWhenItIsSent_andAUserWhoIsGoneIsTold() {
        plant.load(TinyExport.write(temp));
        SmallLake.in(plant.home().directory());
        save("one", "select 1 as n");
        add("ann", "query", "one", "change");
        users().changeRole("ann", Role.VIEWER, TEST);
        alert();
        assertThat(unsent())
                .containsExactly("subscription 1 of ann: ann has the role viewer; this needs the role analyst");
        users().changeRole("ann", Role.ADMIN, TEST);
        alert();
        assertThat(unsent()).isEmpty();
        users().add("boss", Role.ADMIN, "a good long password", TEST);
        users().remove("ann", TEST);
        alert();
        assertThat(unsent()).containsExactly("subscription 1 of ann: there is no user ann");
        assertThat(subjects())
                .containsExactly("[test] subscription 1 cannot be sent", "[test] subscription 1 cannot be sent");
    }

    @Test
    void aFinding_isSentWhileItLasts() throws Exception {
        plant.warehouse().writeAll(session -> session.execute(FINDING));
        add("vic", "finding", "0a1b2c3d", "change");
        alert();
        assertThat(mails.getReceivedMessages()).isEmpty();

        plant.warehouse()
                .writeAll(session -> session.execute(
                        "update finding set sentence = 'Fixture NV-1 failed 10 of 21 units (2 expected).'"));
        alert();
        assertThat(subjects()).containsExactly("test: finding: Fixture NV-1 failed 10 of 21 units");
        assertThat(part(mails.getReceivedMessages()[0], 0))
                .contains("Fixture NV-1 failed 10 of 21 units (2 expected).");

        plant.warehouse()
                .writeAll(session ->
                        session.execute("update finding set ended = date '2025-05-30', end_reason = 'changed'"));
        alert();
        assertThat(subjects()).hasSize(2);
        assertThat(GreenMailUtil.getBody(mails.getReceivedMessages()[1]))
                .startsWith(
                        "The finding 0a1b2c3d cannot be sent: the finding ended on 2025-05-30, its data was removed or"
                                + " changed: Fixture NV-1");
    }

    @Test
    void whatCouldNotBeSent_isRefused() throws IOException {
        SmallLake.in(plant.home().directory());
        save("one", "select {n} as n");
        refused("there is no hourly report; valid values: daily, weekly", "ann", "report", "hourly");
        refused("there is no finding 0a1b2c3d any more", "ann", "finding", "0a1b2c3d");
        refused("there is no saved query two", "ann", "query", "two");
        refused("the parameter {n} has no value; give it: --param n=VALUE", "ann", "query", "one");
        refused("vic has the role viewer; this needs the role analyst", "vic", "query", "one");
        refused("there is no user bob; name the owner: --owner USER, see: yieldline users", "bob", "report", "daily");
        assertThatThrownBy(() -> run(parameters("ann", "report", "daily", "change", Map.of(), null)))
                .hasMessage("give the email address that gets it: --to ann@example.com");
        assertThatThrownBy(() -> run(parameters("ann", "report", "daily", "change", Map.of(), "a@b\r\nBcc: c@d")))
                .hasMessage("\"a@b  Bcc: c@d\" is not a valid email address");
        assertThatThrownBy(() -> run(parameters("ann", "report", "daily", "hourly", Map.of(), "a@b.com")))
                .hasMessageStartingWith("\"hourly\" is not one of change, monday, ");
        settings("\n");
        refused(
                "the settings have no channel of type email; add one to alerts: channels in yieldline.yaml",
                "ann",
                "report",
                "daily");
        assertThat(plant.number("select count(*) from subscription")).isZero();
    }
}
