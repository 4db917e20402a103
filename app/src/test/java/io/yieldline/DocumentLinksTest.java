package io.yieldline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The links of the documentation lead to a file that exists, and to a heading in it. */
class DocumentLinksTest {
    private static final Path ROOT = Path.of("..");
    private static final Path INDEX = ROOT.resolve("docs/index.md");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]*)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @Test
    void everyLink_leadsToAFileAndAHeading() {
        assertThat(pages()).isNotEmpty().allSatisfy(page -> {
            assertThat(links(page)).allSatisfy(link -> {
                Path target = target(page, link);
                assertThat(target).exists();
                if (link.group(2) != null) {
                    assertThat(anchors(target)).contains(link.group(2));
                }
            });
        });
    }

    @Test
    void everyPage_isInTheIndexOnce() {
        assertThat(links(INDEX).stream()
                        .map(link -> INDEX.resolveSibling(link.group(1)).normalize()))
                .doesNotHaveDuplicates()
                .containsAll(pages().stream()
                        .filter(page -> page.startsWith(ROOT.resolve("docs")) && !page.equals(INDEX))
                        .map(Path::normalize)
                        .toList());
    }

    private static Path target(Path page, MatchResult link) {
        return link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
    }

    private static List<MatchResult> links(Path page) {
        return LINK.matcher(prose(page)).results().toList();
    }

    /** The headings of a page as browsers find them: in lower case, without punctuation, blanks as hyphens. */
    private static List<String> anchors(Path page) {
        return HEADING.matcher(prose(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** A page without its examples. */
    private static String prose(Path page) {
        try {
            return Files.readString(page).replaceAll("(?ms)^```.*?^```$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> pages() {
        return Stream.of(ROOT, ROOT.resolve("docs"))
                .flatMap(DocumentLinksTest::files)
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
