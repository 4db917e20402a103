package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.Sha256;
import io.yieldline.api.auth.Role;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Uploads as browsers and curl send them: what the form says, and what it must not. */
class UploadFormTest extends UploadSuite {
    private static final String HOW = "; send one file as the only part, as curl -F file=@report.xls does";

    @Test
    void form_isLoadedUnderTheNameInIt() throws IOException {
        Reply reply = upload("", file("report.csv", export()));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
        assertThat(reply.json().path("name").asString()).isEqualTo("report.csv");
        assertThat(outcome(reply)).isEqualTo("loaded");
    }

    @Test
    void nameInTheQuery_comesFirst() throws IOException {
        assertThat(upload("?name=other.csv", file("report.csv", export()))
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("other.csv");
    }

    @Test
    void formAndBody_areTheSameBytes() throws IOException {
        String export = export().replace("\n", "\r\n") + "\r\n--cu\r\n\r\n--\r\r\n";

        assertThat(upload("", file("a.csv", export)).json().path("sha256").asString())
                .isEqualTo(Sha256.of(export));
    }

    @Test
    void names_areTextsOnly() throws IOException {
        Map<String, String> names = new TreeMap<>();
        names.put("../../x.csv", "x.csv");
        names.put("C:\\temp\\y.csv", "y.csv");
        names.put("x".repeat(300) + ".csv", "x".repeat(196) + ".csv");
        names.put("\u202Egnp.csv", "gnp.csv");
        names.put("\uD55C\uAE00.csv", "\uD55C\uAE00.csv");
        names.put("CON", "CON");
        names.put("", "upload");
        names.put("..", "upload");
        names.put("<img src=x onerror=alert(1)>.csv", "<img src=x onerror=alert(1)>.csv");

        for (Map.Entry<String, String> name : names.entrySet()) {
            Reply reply = upload("", file(name.getKey(), export()));
            assertThat(reply.status()).as(name.getKey() + ": " + reply).isEqualTo(202);
            assertThat(reply.json().path("name").asString()).isEqualTo(name.getValue());
            assertThat(outcome(reply)).isEqualTo("loaded");
        }
        assertThat(directory.resolve("x.csv")).doesNotExist();
        assertThat(directory.getParent().resolve("x.csv")).doesNotExist();
    }

    @Test
    void wrongForms_areRefusedWithTheirReason() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        wrong.put(part("file", "a.csv", "x") + part("file", "a.csv", "x") + end(), "the form has more than one part");
        wrong.put(part("file", "a.csv", "x").repeat(10_000) + end(), "the form has more than one part");
        wrong.put(field("name", "x") + end(), "the form has a part that is not a file");
        wrong.put(field("name", "x") + part("file", "a.csv", "x") + end(), "the form has a part that is not a file");
        wrong.put(end(), "the form has no file");
        wrong.put("", "the form has no file");
        wrong.put("no form at all", "the form has no file");
        wrong.put(part("file", "a.csv", "x"), "the form cannot be read");
        wrong.put(part("file", "a\0b.csv", "x") + end(), "the form cannot be read");
        wrong.put(part("file", "a.csv" + "x".repeat(9_000), "x") + end(), "the form cannot be read");
        wrong.put("--cut\r\nX-Junk: " + "x".repeat(70_000), "the form cannot be read");
        wrong.put(file("a.csv", "x") + "x".repeat(100_000), "the form cannot be read");

        for (Map.Entry<String, String> form : wrong.entrySet()) {
            Reply reply = upload("", form.getKey());
            assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
            assertThat(reply.detail()).isEqualTo(form.getValue() + HOW);
        }
        assertThat(upload("", file("a.csv", "")).detail())
                .isEqualTo("the upload is empty; send one export as the body");
    }

    @Test
    void wrongForm_isHeardOut_soThatItsSenderHearsWhy() throws IOException, InterruptedException {
        String start = part("file", "a.csv", "x") + part("file", "b.csv", "x");
        int rest = 1_000_000;
        try (RawRequest request = RawRequest.to(plant)) {
            request.send(RawRequest.head(
                            "POST /api/v1/uploads", operator, FORM, "Content-Length: " + (start.length() + rest))
                    + start);
            for (int sent = 0; sent < rest; sent += 100_000) {
                Thread.sleep(50);
                request.send("x".repeat(100_000));
            }
            assertThat(request.answer()).startsWith("HTTP/1.1 400").contains("the form has more than one part");
        }
    }

    @Test
    void formWithoutBoundary_isRefused() {
        for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=")) {
            Reply reply = plant.send(
                    "POST",
                    "/uploads",
                    BodyPublishers.ofString(file("a.csv", "x")),
                    ServedPlant.with(operator, "Content-Type", type));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.detail()).isEqualTo("the header Content-Type has no boundary" + HOW);
        }
    }

    @Test
    void wrongLengths_areRefused() throws IOException {
        String form = file("a.csv", export());
        assertThat(status("Content-Length: 2000000000", "x")).isEqualTo(413);
        assertThat(status("Content-Length: -5", form)).isEqualTo(400);
        assertThat(status("Content-Length: 20", form)).isEqualTo(400);
        assertThat(status("Content-Length: 5\r\nContent-Length: 6", form)).isEqualTo(400);
        assertThat(status("Transfer-Encoding: chunked", "zz\r\n" + form)).isEqualTo(400);
    }

    @Test
    void formThatBreaksOff_leavesNothing() throws IOException {
        String form = file("a.csv", export());
        String half = form.substring(0, form.length() / 2);
        assertThat(status("Content-Length: " + form.length(), half)).isEqualTo(400);
        assertThat(status("Transfer-Encoding: chunked", Integer.toHexString(1000) + "\r\n" + half))
                .isEqualTo(400);
        try (RawRequest gone = RawRequest.to(plant)) {
            gone.send(RawRequest.head("POST /api/v1/uploads", operator, FORM, "Content-Length: 9999") + half);
        }
    }

    @Test
    void pageOfAnotherSite_canSendNoForm() throws IOException {
        plant.user("ann", Role.OPERATOR);
        String cookie = plant.logIn("ann", ServedPlant.PASSWORD);
        for (String[] headers : new String[][] {
            {"Cookie", cookie},
            {"Cookie", cookie, "X-Requested-With", "x", "Origin", "http://evil.example"},
            {"Cookie", cookie, "X-Requested-With", "x", "Sec-Fetch-Site", "cross-site"}
        }) {
            assertThat(plant.send(
                                    "POST",
                                    "/uploads",
                                    BodyPublishers.ofString(file("a.csv", export())),
                                    ServedPlant.with(headers, FORM.split(": ")))
                            .status())
                    .isEqualTo(403);
        }
    }
}
