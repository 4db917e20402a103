package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TwoMonths;
import io.yieldline.TwoMonths.Listed;
import io.yieldline.TwoMonths.Remark;
import io.yieldline.yaml.ResourceFolder;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each finding of the real two months was looked at, and the documentation has the list. */
class TwoMonthsTest {
    private static final List<String> VERDICTS = List.of("right", "explained", "doubtful", "wrong");
    private static final String NOT_YET = "not looked at yet";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private static final Pattern SHIFT =
            Pattern.compile("Tesla (.+) since [^(]+\\((.+ before; .+ units\\)(?:, while .+ fell .+ units\\))?).*");
    private static final Pattern SUSPECT =
            Pattern.compile("Fixture (\\S+) failed (.+ units) from .+ \\((\\S+ expected) from .+");

    private final List<Listed> findings = TwoMonths.findings();
    private final List<Remark> remarks = TwoMonths.remarks();
    private final Map<Listed, Remark> looked = TwoMonths.lookedAt(findings, remarks);

    @Test
    void eachFinding_wasLookedAt_andEachRemarkIsOnAFinding() {
        assertThat(findings).filteredOn(finding -> !looked.containsKey(finding)).isEmpty();
        assertThat(remarks).filteredOn(remark -> !looked.containsValue(remark)).isEmpty();
        assertThat(remarks).extracting(Remark::verdict).isSubsetOf(VERDICTS);
    }

    @Test
    void aFindingWithoutARemark_isNotLookedAtYet_andARemarkGoesToTheNearestOnset() {
        Remark late = remark(findings.get(0), 2);
        Remark near = remark(findings.get(0), 1);
        Remark other = remark(findings.get(0), 15);

        assertThat(TwoMonths.lookedAt(findings.subList(0, 1), List.of(late, near, other)))
                .isEqualTo(Map.of(findings.get(0), near));
        assertThat(row(findings.get(0), Map.of())).endsWith(NOT_YET, "");
    }

    @Test
    void theDocumentation_hasTheList() throws IOException {
        Page page = new Page(TwoMonthsTest.class, "Findings of two months");
        page.paragraph(ResourceFolder.text(TwoMonthsTest.class, "two-months.md")
                .replace("${summary}", summary())
                .strip());
        page.table(
                List.of("known", "since", "ended", "finding, with its last figures", "verdict", "what carries it"),
                findings.stream().map(finding -> row(finding, looked)).toList());
        page.check("two-months.md");
    }

    private String summary() {
        List<String> words = new ArrayList<>();
        for (String verdict : VERDICTS) {
            words.add(count(verdict) + " " + verdict);
        }
        if (looked.size() < findings.size()) {
            words.add(findings.size() - looked.size() + " " + NOT_YET);
        }
        return "**" + findings.size() + " findings: " + String.join(", ", words) + ".**";
    }

    private long count(String verdict) {
        return looked.values().stream()
                .filter(remark -> remark.verdict().equals(verdict))
                .count();
    }

    private static List<String> row(Listed finding, Map<Listed, Remark> looked) {
        Remark remark = looked.get(finding);
        return List.of(
                DAY.format(finding.known()),
                DAY.format(finding.since()),
                finding.ended().isEmpty() ? "" : DAY.format(LocalDate.parse(finding.ended())),
                words(finding.sentence()),
                remark == null ? NOT_YET : remark.verdict(),
                remark == null ? "" : remark.text());
    }

    /** The sentence without what stands in other columns and without explanations. */
    private static String words(String sentence) {
        Matcher shift = SHIFT.matcher(sentence);
        if (shift.matches()) {
            return shift.group(1) + " (" + shift.group(2);
        }
        Matcher suspect = SUSPECT.matcher(sentence);
        assertThat(suspect.matches()).as(sentence).isTrue();
        return "fixture " + suspect.group(1) + ": " + suspect.group(2) + ", " + suspect.group(3);
    }

    private static Remark remark(Listed finding, int days) {
        return new Remark(finding.about(), finding.since().plusDays(days), "right", "");
    }
}
