package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.api.auth.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists of serial numbers as they come from spreadsheets. */
class UnitListTest extends ServedSuite {
    private String[] analyst;

    @BeforeAll
    void prepare() {
        analyst = plant.as(Role.ANALYST);
    }

    @Test
    void columnOfSerialNumbers_isTheOnlyOneThatCounts() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        lists.put("Part,SN,Note\n692-1,1724001,ok\n692-1,1724002,\n", List.of("1724001", "1724002"));
        lists.put("\uFEFFserial_number;model\r\n1724001;A\r\n", List.of("1724001"));
        lists.put("model\tSERIAL NUMBER\nA\t1724001\n\nB\t1724001\nC\n", List.of("1724001"));
        lists.put("\n\"Serial-No\",\"Serial\"\n5,\"1724,001\"\n", List.of("1724001"));
        lists.put("a|serial\n1|\"17\n24001\"\n", List.of("1724001"));
        lists.put("SN\n1724001\n", List.of("1724001"));
        lists.put("1724001,1724002\nSN", List.of("1724001", "1724002", "SN"));
        lists.put("Part,Unit\nA,1724001", List.of("Part", "Unit", "A", "1724001"));

        lists.forEach(
                (list, serials) -> assertThat(serials(ask("", list))).as(list).isEqualTo(serials));
    }

    @Test
    void listsThatCannotBeRead_areRefusedInOneLine() {
        assertThat(ask("", "SN,Serial\n1,2").detail())
                .isEqualTo("columns \"SN\" and \"Serial\" are both serial numbers; remove one");
        assertThat(ask("", "SN,Part\n\"1,2").detail())
                .isEqualTo("the list cannot be read as CSV; a quote is left open");
        assertThat(ask("", "\u00D0\u00CF\0\0").detail()).isEqualTo("the list is not a text file; save it as CSV");
        assertThat(ask("", "SN,Part\n,2").detail()).isEqualTo("the list has no serial numbers");
        assertThat(ask("", "SN\n" + "1\n".repeat(600_000)).detail())
                .isEqualTo("the body has more than 1,000,000 bytes");
    }

    @Test
    void station_isTakenFromTheAddressAndFromTheBody() {
        assertThat(state(ask("", "SN\n1724002"))).isEqualTo("pending");
        String inBody = "{\"serials\":[\"1724002\"],\"station\":[\"fi\"]}";
        for (Reply reply : List.of(
                ask("?station=fi", "SN\n1724002"),
                plant.post("/units/batch", inBody, analyst),
                plant.post("/units/batch?station=FI", "{\"serials\":\"1724002\"}", analyst))) {
            assertThat(state(reply)).isEqualTo("passed");
        }
    }

    private String state(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json().path("rows").get(0).path("state").asString();
    }

    private Reply ask(String query, String list) {
        return plant.send(
                "POST",
                "/units/batch" + query,
                BodyPublishers.ofString(list, StandardCharsets.UTF_8),
                ServedPlant.with(analyst, "Content-Type", "text/csv"));
    }

    private List<String> serials(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json()
                .path("rows")
                .valueStream()
                .map(row -> row.path("serial_number").asString())
                .toList();
    }
}
