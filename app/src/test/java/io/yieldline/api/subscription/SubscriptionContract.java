package io.yieldline.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.yieldline.Busy;
import io.yieldline.TinyExport;
import io.yieldline.UserError;
import io.yieldline.alert.Alerting;
import io.yieldline.api.auth.Actor;
import io.yieldline.api.auth.Audit;
import io.yieldline.api.auth.Role;
import io.yieldline.api.auth.Users;
import io.yieldline.health.UnsentSubscriptions;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.operation.TableResult;
import io.yieldline.operation.TestPlant;
import io.yieldline.operation.watch.AlertOperation;
import io.yieldline.operation.watch.ReportOperation;
import io.yieldline.query.SavedQueries;
import io.yieldline.query.SavedQuery;
import io.yieldline.query.SmallLake;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Table;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each subscriber gets each message once, or is told why not, on every engine. It is Monday, 08:00, in New York. */
@Tag("engines")
abstract class SubscriptionContract {
    private static final Actor TEST = new Actor("test", "test");
    private static final String FINDING =
            "insert into finding values ('0a1b2c3d', 'suspect', '', '', 'NV-1', '', '', false,"
                    + " date '2025-05-01', date '2025-05-01', timestamp '2025-05-01 08:00:00', 1, date '2025-05-01', null, null, 20,"
                    + " 9, 2, 7, null, null, '1.0e-05', 'undecided', '', 'Fixture NV-1 failed 9 of 20 units (2 expected).')";

    @TempDir
    Path temp;

    private final GreenMail mails = new GreenMail(setup());
    private TestPlant plant;

    abstract Engine engine();

    @BeforeEach
    void open() throws IOException {
        mails.start();
        plant = TestPlant.on(engine(), temp.resolve("plant"));
        Users users = users();
        users.add("ann", Role.ANALYST, "a good long password", TEST);
        users.add("vic", Role.VIEWER, "a good long password", TEST);
        settings();
    }

    private void settings() throws IOException {
        settings("""

                alerts:
                  dashboard: https://yieldline.example.com/
                  channels:
                    - {name: file, type: file}
                    - {name: mail, type: email, host: 127.0.0.1, port: %d, security: none, from: yieldline@example.com,
                       to: [quality@example.com], severity: critical}
                  rules:
                    data_late: {on: false}
                    disk_low: {on: false}
                """.formatted(mails.getSmtp().getPort()));
    }

    private void settings(String alerts) throws IOException {
        Path file = plant.home().settingsFile();
        Files.writeString(file, Files.readString(file).replaceAll("(?s)\n+alerts:.*", "") + alerts);
        plant.reopen();
    }

    @AfterEach
    void close() {
        plant.close();
        mails.stop();
    }

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
    void anAnswer_comesEveryWeek_withItsRowsAsAFile() throws Exception {
        SmallLake.in(plant.home().directory());
        save(
                "stations",
                "select station, sum(passed) as passed from station_yield_daily where day >= {from} group by all");
        add("ann", "query", "stations", "monday", Map.of("from", "today-400"));
        alert();
        assertThat(mails.getReceivedMessages()).isEmpty();

        plant.pass(Duration.ofDays(8));
        alert();
        alert();
        assertThat(subjects()).containsExactly("test: query Stations");
        MimeMultipart parts = (MimeMultipart) mails.getReceivedMessages()[0].getContent();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("stations.csv");
        byte[] file = parts.getBodyPart(1).getInputStream().readAllBytes();
        assertThat(new String(file, StandardCharsets.UTF_8).lines().sorted())
                .containsExactly("FT1,3135", "FT2,4035", "station,passed");
        assertThat(part(mails.getReceivedMessages()[0], 0))
                .contains("2 rows; all in the attached CSV file. Lake 20250601-080000.")
                .containsPattern("FT1 +3135");
        assertThat(texts("select distinct user_name from audit where action = 'query'"))
                .containsExactly("ann");
    }

    @Test
    void anAnswer_comesWhenItChanged_andWhatIsGoneIsToldOnce() {
        SmallLake.in(plant.home().directory());
        save("one", "select 1 as n");
        add("ann", "query", "one", "change");
        plant.pass(Duration.ofDays(1));
        alert();
        assertThat(mails.getReceivedMessages()).as("the same answer").isEmpty();
        save("one", "select 2 as n");
        alert();
        assertThat(subjects()).containsExactly("test: query Stations");

        new SavedQueries(plant.warehouse()).remove("one");
        alert();
        alert();
        assertThat(subjects()).containsExactly("test: query Stations", "[test] subscription 1 cannot be sent");
        assertThat(unsent()).containsExactly("subscription 1 of ann: there is no saved query one");

        plant.pass(Duration.ofMinutes(1));
        save("one", "select nothing");
        alert();
        alert();
        assertThat(unsent())
                .containsExactly(
                        "subscription 1 of ann: it gives no answer: Referenced column \"nothing\" was not found"
                                + " because the FROM clause is missing");
        assertThat(subjects()).hasSize(2);
        plant.pass(Duration.ofMinutes(1));
        save("one", "select 2 as n");
        alert();
        assertThat(unsent()).isEmpty();
        assertThat(subjects()).as("the answer that was sent before").hasSize(2);
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

    private static ServerSetup setup() {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", "smtp");
        setup.setServerStartupTimeout(60_000);
        return setup;
    }

    private void refused(String message, String owner, String kind, String subject) {
        assertThatThrownBy(() -> run(parameters(owner, kind, subject, "change", Map.of(), "ann@example.com")))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }

    private void add(String owner, String kind, String subject, String rhythm) {
        add(owner, kind, subject, rhythm, Map.of());
    }

    private void add(String owner, String kind, String subject, String rhythm, Map<String, String> values) {
        run(parameters(owner, kind, subject, rhythm, values, owner + "@example.com"));
    }

    private static SubscriptionsOperation.Parameters parameters(
            String owner, String kind, String subject, String rhythm, Map<String, String> values, String recipient) {
        return new SubscriptionsOperation.Parameters(
                SubscriptionsOperation.Action.ADD,
                owner,
                kind,
                subject,
                new QueryValues(values, Map.of()),
                rhythm,
                recipient);
    }

    private void run(SubscriptionsOperation.Parameters parameters) {
        plant.ask(new SubscriptionsOperation(), parameters);
    }

    private void alert() {
        plant.ask(new SubscribedAlerts(), new AlertOperation.Parameters(false));
    }

    private void publish(String day) {
        plant.run(
                new ReportOperation(),
                new ReportOperation.Parameters(
                        ReportOperation.What.DAILY, LocalDate.parse(day), null, null, temp, false, 1));
    }

    private void save(String name, String sql) {
        new SavedQueries(plant.warehouse())
                .save(new SavedQuery(
                        name,
                        "Stations",
                        sql,
                        "ann",
                        plant.parts().now(),
                        plant.parts().now()));
    }

    private Subscription subscription() {
        return new Subscriptions(plant.warehouse(), plant::now).get(1);
    }

    private List<Object> inRound(Function<SubscriptionRound, List<Object>> work) {
        List<Object> ended = new ArrayList<>();
        plant.ask(
                new Operation<String, Result>() {
                    @Override
                    public String name() {
                        return "round";
                    }

                    @Override
                    public String purpose() {
                        return "Do a part of a round.";
                    }

                    @Override
                    public Result run(String parameters, Context context) {
                        try (Alerting alerting = context.alerting()) {
                            ended.addAll(work.apply(new SubscriptionRound(context, alerting)));
                        }
                        return new TableResult(new Table(List.of(), List.of()));
                    }
                },
                "");
        return ended;
    }

    private List<String> texts(String sql) {
        return plant.warehouse().read(session -> session.texts(sql));
    }

    private List<String> unsent() {
        return plant.warehouse().read(UnsentSubscriptions::lines);
    }

    private Users users() {
        return new Users(plant.warehouse(), plant::now, 1_000);
    }

    private List<String> subjects() {
        return Arrays.stream(mails.getReceivedMessages())
                .map(SubscriptionContract::subject)
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text (0) or the page (1) of a mail. */
    private static String part(MimeMessage mail, int number) throws Exception {
        MimeMultipart bodies = (MimeMultipart)
                ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        return String.valueOf(bodies.getBodyPart(number).getContent());
    }
}
