package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in the shared texts of a workbook, the plain reader and the XML parser say the same of it. */
class SharedTextsTest {
    /** The plain reader leaves a part with a comment to the XML parser from its start on. */
    private static final String FOR_THE_PARSER = "<!-- not plain -->";

    private static final List<String> ITEMS = List.of(
            "<si><t>plain</t></si>",
            "<si><t xml:space=\"preserve\"> kept </t></si>",
            "<si><t> blanks </t></si>",
            "<si><t>a &amp; b &lt;c&gt; &#176;C &#x4e1c;</t></si>",
            "<si><t>a > b</t></si>",
            "<si><t>東京 20 °C</t></si>",
            "<si><t>two\nlines\tand a tab</t></si>",
            "<si><t>two\r\nlines</t></si>",
            "<si><t/></si>",
            "<si><t></t></si>",
            "<si/>",
            "<si></si>",
            "<si><r><rPr><b/></rPr><t>two </t></r><r><t>runs</t></r></si>",
            "<si><t>東京</t><rPh sb=\"0\" eb=\"1\"><t>とうきょう</t></rPh></si>",
            "<si><t><![CDATA[</si> in a text]]></t></si>",
            "<si><!-- a note --><t>noted</t></si>",
            "<si ><t >blank in the tag</t ></si >",
            "<si><t>x</t><t>y</t></si>",
            " <si><t>blank before</t></si> \n",
            "<si><t>" + "long ".repeat(1_000) + "</t></si>",
            "<!-- between --><si><t>after a comment</t></si>",
            "<x:si xmlns:x=\"urn:x\"><x:t>prefix</x:t></x:si>",
            "<si><t>delete \u007f</t></si>",
            "<si><t>next line \u0085, blank \u2003, pair \uD83D\uDE00, marked \uFFFD</t></si>",
            "<si><t>_x000D_</t></si>");

    private static final List<String> WRONG = List.of(
            "<si><t>control \u0001</t></si>",
            "<si><t>no character \uFFFE</t></si>",
            "<si><t>no entity &nbsp;</t></si>",
            "<si><t>end ]]> of nothing</t></si>",
            "<si><t>open</si>",
            "<si><t>open</t>",
            "<si><t>a & b</t></si>",
            "<si><r><t>a</r></t></si>",
            "text<si><t>a</t></si></sst><sst>");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource
    void eachTextIsTheSame(String item) {
        assertSame("<sst count=\"3\">" + ITEMS.get(0) + item + ITEMS.get(1) + "</sst>");
        assertSame("<sst>" + item + "</sst>");
    }

    static Stream<String> eachTextIsTheSame() {
        return Stream.of(ITEMS, WRONG).flatMap(List::stream);
    }

    @Test
    void anyMixtureIsTheSame() {
        Random random = new Random(11);
        for (int round = 0; round < 100; round++) {
            assertSame("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sst xmlns=\"urn:main\" count=\"9\">"
                    + IntStream.range(0, random.nextInt(60))
                            .mapToObj(i -> random.nextInt(4) > 0
                                    ? "<si><t>text " + i + "</t></si>"
                                    : ITEMS.get(random.nextInt(ITEMS.size())))
                            .collect(Collectors.joining())
                    + "</sst>");
        }
    }

    /** Each of them would be a document of its own. */
    @Test
    void manyTextsWithFormatsAreTheSame() {
        assertSame("<sst>" + ITEMS.get(12).repeat(2_000) + ITEMS.get(0).repeat(2_000) + "</sst>");
    }

    @Test
    void otherListsAreTheSame() {
        Stream.of(
                        "<sst/>",
                        "<sst></sst>",
                        "<?p <sst><si><t>hidden</t></si></sst>?><sst><si><t>a</t></si></sst>",
                        "<q><si><t>zero</t></si><sst><si><t>a</t></si></sst></q>",
                        "<q><sst><si><t>a</t></si></sst><sst><si><t>b</t></si></sst></q>",
                        "<sst /><si><t>a</t></si></sst>",
                        "<sst a><si><t>a</t></si></sst>",
                        "<sst a=\"1\" a=\"2\"><si><t>a</t></si></sst>",
                        "<sst mc:Ignorable=\"x\"><si><t>a</t></si></sst>",
                        "before<sst><si><t>a</t></si></sst>",
                        "<sst><si><t>a</t></si></sst>behind",
                        "<sst><si><t>a</t></si>\u0001</sst>",
                        "<sst >\n</sst>",
                        "<x:sst xmlns:x='urn:x'><x:si><x:t>a</x:t></x:si></x:sst>",
                        "",
                        "<sst><si><t>a")
                .forEach(this::assertSame);
    }

    @Test
    void bytesThatAreNoTextAreRefusedAlike() {
        byte[] latin = "<sst><si><t>20 °C</t></si></sst>".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = "\uFEFF<sst><si><t>wide</t></si></sst>".getBytes(StandardCharsets.UTF_16BE);
        assertThat(texts(latin)).isEqualTo(texts(joined(FOR_THE_PARSER.getBytes(StandardCharsets.UTF_8), latin)));
        assertThat(texts(wide)).containsExactly("wide");
    }

    /** Its bytes are also characters of UTF-8, but others. */
    @ParameterizedTest
    @ValueSource(strings = {"encoding=\"GBK\"", "encoding = \"GBK\"", "encoding\n='gbk' standalone='yes'"})
    void anotherEncodingIsNotOverlooked(String encoding) {
        String part = "<?xml version=\"1.0\" " + encoding + "?><sst><si><t>模</t></si></sst>";
        assertThat(texts(part.getBytes(Charset.forName("GBK")))).containsExactly("模");
    }

    private void assertSame(String part) {
        String head = part.startsWith("<?xml") ? part.substring(0, part.indexOf("?>") + 2) : "";
        String parsed = head + FOR_THE_PARSER + part.substring(head.length());
        assertThat(texts(part.getBytes(StandardCharsets.UTF_8)))
                .as(part)
                .isEqualTo(texts(parsed.getBytes(StandardCharsets.UTF_8)));
    }

    /** The texts of a workbook with this part, or why it is refused. */
    private List<String> texts(byte[] part) {
        Path file = XlsxFile.ofCells("<c><v>1</v></c>")
                .with("xl/sharedStrings.xml", out -> out.write(part))
                .write(folder, "book.xlsx");
        try (ZipParts parts = ZipParts.open(file, ReadingBudget.alone(file))) {
            SharedStrings strings = SharedStrings.read(parts, "xl/sharedStrings.xml");
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < strings.size(); i++) {
                texts.add(strings.get(i, 1, 0) + (strings.isClean(i) ? "" : " (not clean)"));
            }
            return texts;
        } catch (SourceException e) {
            return List.of("refused: " + e.fault());
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
