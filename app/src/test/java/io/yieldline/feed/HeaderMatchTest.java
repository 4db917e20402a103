package io.yieldline.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderMatchTest {
    private final Feeds feeds = Feeds.builtIn();

    @ParameterizedTest
    @ValueSource(strings = {"workstation", "testboard", "snfn"})
    void headerOfAFeed_isToldFromTheOthers(String name) {
        HeaderMatch match = feeds.match(headers(name));

        assertThat(match.feed().name()).isEqualTo(name);
        assertThat(match.complete()).isTrue();
        assertThat(match.unknown()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HISTORY STATION END TIME",
                "history_station_end_time",
                "History-Station  End.Time",
                " HistoryStationEndTime\n"
            })
    void header_isComparedByLettersAndDigits(String spelled) {
        List<String> headers = headers("workstation");
        headers.set(headers.indexOf("History station end time"), spelled);

        assertThat(feeds.match(headers).complete()).isTrue();
    }

    @Test
    void failuresWithoutAModel_areAComplete() {
        List<String> headers = headers("snfn");
        headers.remove("Model");

        assertThat(feeds.match(headers).feed().name()).isEqualTo("snfn");
        assertThat(feeds.match(headers).complete()).isTrue();
    }

    @Test
    void header_thatStandsTwice_isReported() {
        List<String> headers = headers("workstation");
        headers.add(" sn ");
        headers.add("Serial Number");

        assertThat(feeds.match(headers).repeated()).containsExactly("sn", "Serial Number");
    }

    @Test
    void header_thatNoFeedKnows_isReported() {
        List<String> headers = headers("workstation");
        headers.add(null);
        headers.add("  ");
        headers.add(" Colour ");

        assertThat(feeds.match(headers).unknown()).containsExactly("Colour");
    }

    @Test
    void header_thatIsMissing_isReported() {
        List<String> headers = headers("testboard");
        headers.remove("Failure reasons");
        headers.remove("Failure note");

        assertThat(feeds.match(headers).missing()).containsExactly("Failure reasons");
    }

    @Test
    void unknownFeed_isAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> feeds.named("worksation"))
                .hasMessage("unknown feed \"worksation\"; valid values: workstation, testboard, snfn");
    }

    private List<String> headers(String feed) {
        return new ArrayList<>(
                feeds.named(feed).columns().stream().map(Column::header).toList());
    }
}
