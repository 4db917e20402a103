package io.yieldline.api.subscription;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.yieldline.UserError;
import io.yieldline.alert.Alerting;
import io.yieldline.api.auth.Actor;
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
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Table;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests on subscriptions of a plant with a mail server. */
abstract class SubscriptionSuite {
    static final Actor TEST = new Actor("test", "test");

    @TempDir
    Path temp;

    final GreenMail mails = new GreenMail(setup());
    TestPlant plant;

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

    void settings() throws IOException {
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

    void settings(String alerts) throws IOException {
        Path file = plant.home().settingsFile();
        Files.writeString(file, Files.readString(file).replaceAll("(?s)\n+alerts:.*", "") + alerts);
        plant.reopen();
    }

    @AfterEach
    void close() {
        plant.close();
        mails.stop();
    }

    static ServerSetup setup() {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", "smtp");
        setup.setServerStartupTimeout(60_000);
        return setup;
    }

    void refused(String message, String owner, String kind, String subject) {
        assertThatThrownBy(() -> run(parameters(owner, kind, subject, "change", Map.of(), "ann@example.com")))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }

    void add(String owner, String kind, String subject, String rhythm) {
        add(owner, kind, subject, rhythm, Map.of());
    }

    void add(String owner, String kind, String subject, String rhythm, Map<String, String> values) {
        run(parameters(owner, kind, subject, rhythm, values, owner + "@example.com"));
    }

    static SubscriptionsOperation.Parameters parameters(
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

    void run(SubscriptionsOperation.Parameters parameters) {
        plant.ask(new SubscriptionsOperation(), parameters);
    }

    void alert() {
        plant.ask(new SubscribedAlerts(), new AlertOperation.Parameters(false));
    }

    void publish(String day) {
        plant.run(
                new ReportOperation(),
                new ReportOperation.Parameters(
                        ReportOperation.What.DAILY, LocalDate.parse(day), null, null, temp, false, 1));
    }

    void save(String name, String sql) {
        new SavedQueries(plant.warehouse())
                .save(new SavedQuery(
                        name,
                        "Stations",
                        sql,
                        "ann",
                        plant.parts().now(),
                        plant.parts().now()));
    }

    Subscription subscription() {
        return new Subscriptions(plant.warehouse(), plant::now).get(1);
    }

    List<Object> inRound(Function<SubscriptionRound, List<Object>> work) {
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

    List<String> texts(String sql) {
        return plant.warehouse().read(session -> session.texts(sql));
    }

    List<String> unsent() {
        return plant.warehouse().read(UnsentSubscriptions::lines);
    }

    Users users() {
        return new Users(plant.warehouse(), plant::now, 1_000);
    }

    List<String> subjects() {
        return Arrays.stream(mails.getReceivedMessages())
                .map(SubscriptionSuite::subject)
                .toList();
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text (0) or the page (1) of a mail. */
    static String part(MimeMessage mail, int number) throws Exception {
        MimeMultipart bodies = (MimeMultipart)
                ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        return String.valueOf(bodies.getBodyPart(number).getContent());
    }
}
