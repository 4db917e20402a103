package io.yieldline.alert;

import static io.yieldline.alert.AlertedPlant.condition;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One alert of each cause and window, told once, on every engine. */
abstract class AlertContract extends AlertSuite {
    @Test
    void nothingWrong_saysNothing() {
        assertThat(plant.round()).isEmpty();
        assertThat(plant.open()).isEmpty();
    }

    @Test
    void aCondition_isOneAlertAsLongAsItLasts() {
        plant.conditions.add(condition("pump"));
        plant.round();
        for (int minute = 0; minute < 30; minute++) {
            plant.roundAfter(Duration.ofMinutes(1));
        }
        assertThat(plant.open()).containsExactly("made_up pump");
        assertThat(plant.subjects()).containsExactly("[Test] pump broke");
        plant.conditions.clear();
        plant.round();
        assertThat(plant.open()).isEmpty();
        assertThat(plant.subjects()).containsExactly("[Test] pump broke", "[Test] cleared: pump broke");
        assertThat(plant.messages().get(0).get("text").asString()).isEqualTo("""
                new:
                #1 warning: pump broke, since 2025-04-21 09:00
                  quite badly
                """);
        assertThat(plant.messages().get(1).get("text").asString()).isEqualTo("""
                cleared:
                #1 warning: pump broke, since 2025-04-21 09:00 until 2025-04-21 09:30
                  quite badly
                """);
    }

    @Test
    void aStorm_isOneMessageAWindow() {
        for (int i = 1; i <= 1000; i++) {
            plant.park(i, "bad-" + i + ".xls");
        }
        plant.round();
        for (int i = 1001; i <= 1010; i++) {
            plant.park(i, "bad-" + i + ".xls");
        }
        plant.roundAfter(Duration.ofMinutes(14));
        assertThat(plant.subjects()).containsExactly("[Test] export parked: 1,000 new");
        assertThat(plant.messages().get(0).get("text").asString())
                .startsWith("new:\n#1 warning: bad-1.xls was parked, since 2025-04-21 09:00\n  it is damaged\n")
                .contains("bad-5.xls")
                .doesNotContain("bad-6.xls")
                .contains("and 995 more alerts; see: yieldline --home ")
                .endsWith("/plant alerts\n");
        assertThat(plant.messages().get(0).get("alerts").size()).isEqualTo(100);
        plant.roundAfter(Duration.ofMinutes(1));
        assertThat(plant.subjects()).endsWith("[Test] export parked: 10 new").hasSize(2);
        assertThat(plant.open()).hasSize(1010);
    }

    @Test
    void anAlertThatComesBackWithinTheWindow_isTheSame() {
        plant.conditions.add(condition("pump"));
        plant.round();
        plant.conditions.clear();
        plant.roundAfter(Duration.ofMinutes(1));
        plant.conditions.add(condition("pump"));
        plant.roundAfter(Duration.ofMinutes(1));
        assertThat(plant.number("select count(*) from alert")).isOne();
        assertThat(plant.number("select times from alert")).isEqualTo(2);
        assertThat(plant.subjects()).containsExactly("[Test] pump broke");
    }

    @Test
    void anAlertThatComesBackLater_isAnother() {
        plant.conditions.add(condition("pump"));
        plant.round();
        plant.conditions.clear();
        plant.roundAfter(Duration.ofHours(1));
        plant.conditions.add(condition("pump"));
        plant.roundAfter(Duration.ofHours(1));
        assertThat(plant.number("select count(*) from alert")).isEqualTo(2);
        assertThat(plant.subjects())
                .containsExactly("[Test] pump broke", "[Test] cleared: pump broke", "[Test] pump broke");
    }

    @Test
    void whatCameAndWentWithinTheWindow_isToldAllTheSame() {
        plant.conditions.add(condition("pump"));
        plant.round();
        plant.conditions.set(0, condition("valve"));
        plant.roundAfter(Duration.ofMinutes(1));
        plant.conditions.clear();
        plant.roundAfter(Duration.ofMinutes(1));
        plant.roundAfter(Duration.ofMinutes(20));
        assertThat(plant.subjects()).containsExactly("[Test] pump broke", "[Test] made up: 1 came and went, 1 cleared");
    }

    @Test
    void anAlertThatStaysOpen_isRemindedOf() {
        plant.conditions.add(condition("pump"));
        plant.round();
        plant.roundAfter(Duration.ofHours(23));
        plant.roundAfter(Duration.ofHours(1));
        plant.roundAfter(Duration.ofHours(1));
        assertThat(plant.subjects()).containsExactly("[Test] pump broke", "[Test] still open: pump broke");
    }

    @Test
    void quietHours_holdAllButCritical() {
        plant.settings("alerts: {quiet_hours: \"22:00-06:00\"}\n");
        plant.now = Instant.parse("2025-04-22T02:00:00Z");
        plant.conditions.add(condition("pump"));
        plant.round();
        plant.conditions.add(condition("reactor", Severity.CRITICAL));
        plant.roundAfter(Duration.ofHours(1));
        plant.roundAfter(Duration.ofMinutes(419));
        assertThat(plant.subjects()).containsExactly("[Test] reactor broke");
        plant.roundAfter(Duration.ofMinutes(1));
        assertThat(plant.subjects()).containsExactly("[Test] reactor broke", "[Test] pump broke");
    }

    @Test
    void aMutedCause_isNotTold() {
        plant.conditions.add(condition("pump"));
        plant.round();
        assertThat(plant.alerting().mute(1, plant.time().plusDays(3))).isTrue();
        assertThat(plant.alerting().mute(2, plant.time())).isFalse();
        plant.roundAfter(Duration.ofHours(25));
        plant.conditions.clear();
        plant.roundAfter(Duration.ofHours(1));
        plant.conditions.add(condition("pump"));
        plant.roundAfter(Duration.ofHours(1));
        assertThat(plant.subjects()).containsExactly("[Test] pump broke");
        plant.roundAfter(Duration.ofDays(2));
        assertThat(plant.subjects()).containsExactly("[Test] pump broke", "[Test] made up: 1 new, 1 cleared");
    }

    @Test
    void aRuleThatBreaks_keepsItsAlertsAndIsToldItself() {
        plant.park(1, "bad.xls");
        plant.round();
        plant.change("alter table export rename column file_name to name");
        Alerting.Evaluation evaluation = plant.alerting().evaluate();
        assertThat(evaluation.failures()).hasSize(1).allMatch(failure -> failure.startsWith("export_parked: "));
        assertThat(plant.open()).containsExactly("export_parked 1", "rule_failed export_parked");
        plant.change("alter table export rename column name to file_name");
        plant.round();
        assertThat(plant.open()).containsExactly("export_parked 1");
    }

    @Test
    void aChannelOfHigherSeverity_getsOnlyWhatIsBad() {
        plant.settings("""
                alerts:
                  channels:
                    - {name: all, type: file}
                    - {name: night, type: file, path: logs/night.jsonl, severity: critical}
                """);
        plant.conditions.add(condition("pump"));
        plant.round();
        plant.conditions.add(condition("reactor", Severity.CRITICAL));
        plant.roundAfter(Duration.ofHours(1));
        assertThat(plant.subjects()).containsExactly("[Test] pump broke", "[Test] reactor broke");
        assertThat(plant.messages("logs/night.jsonl")).hasSize(1);
        assertThat(plant.messages("logs/night.jsonl").get(0).get("id"))
                .isEqualTo(plant.messages().get(1).get("id"));
    }

    @Test
    void oldMessages_areForgotten() {
        plant.conditions.add(condition("pump"));
        plant.round();
        plant.conditions.clear();
        plant.round();
        plant.roundAfter(Duration.ofDays(61));
        assertThat(plant.number("select count(*) from outbox_message")).isOne();
        assertThat(plant.number("select count(*) from outbox_delivery")).isOne();
        plant.roundAfter(Duration.ofDays(61));
        assertThat(plant.number("select count(*) from outbox_message")).isZero();
        assertThat(plant.number("select count(*) from alert")).isOne();
    }

    @Test
    void aReport_goesThroughTheSameOutbox() {
        Message report = Message.report(
                "Week 16",
                "all is well",
                "<p>all is well</p>",
                List.of(new Message.Attachment("week.csv", "text/csv", new byte[] {0, 1, 2, -1})),
                plant.now);
        Outbox outbox = plant.alerting().outbox();
        plant.warehouse().writeAll(session -> outbox.enqueue(session, report, List.of("file")));
        Message kept = plant.warehouse().read(session -> outbox.message(session, report.id()));
        assertThat(kept).usingRecursiveComparison().isEqualTo(report);
        assertThat(plant.alerting().deliver()).hasSize(1).allMatch(Attempt::arrived);
        assertThat(plant.subjects()).containsExactly("Week 16");
    }
}
