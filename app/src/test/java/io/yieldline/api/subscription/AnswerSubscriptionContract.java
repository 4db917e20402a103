package io.yieldline.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.query.SavedQueries;
import io.yieldline.query.SmallLake;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An answer to a saved query is sent each week or when it changed. */
abstract class AnswerSubscriptionContract extends SubscriptionSuite {
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
}
