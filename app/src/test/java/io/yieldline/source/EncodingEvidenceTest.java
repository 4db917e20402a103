package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts whose encoding nothing states: read as they were written, or refused because the encoding is unclear; never otherwise. */
class EncodingEvidenceTest {
    /** Notes, names and states of a factory, as operators write them. */
    enum Language {
        SIMPLIFIED(
                "GB18030",
                "接触不良，重新插拔;王小明;李娜;张伟;欧阳建国;测试失败;更换主板;返工;待确认;外观检查不合格;螺丝滑牙;散热片贴附不良;"
                        + "风扇异响;电源模块过热（二次）;夜班;治具探针磨损;GPU温度过高;开机无显示;虚焊;换内存后PASS;诸葛喆;重测OK;清洁金手指"),
        TRADITIONAL(
                "Big5",
                "接觸不良，重新插拔;王小明;林志豪;陳雅婷;歐陽建國;測試失敗;更換主機板;重工;待確認;外觀檢查不合格;螺絲滑牙;散熱片貼附不良;"
                        + "風扇異音;電源模組過熱（二次）;夜班;治具探針磨損;GPU溫度過高;開機無顯示;空焊;換記憶體後PASS;重測OK;清潔金手指"),
        JAPANESE_DOS(
                "windows-31j",
                "接触不良のため再挿入;田中;佐藤太郎;鈴木一郎;テスト失敗;基板交換;再作業;確認待ち;外観検査不合格;ネジ穴つぶれ;放熱板の貼付不良;"
                        + "ファン異音;電源モジュール過熱（２回目）;夜勤;ｺﾈｸﾀ不良;ﾃｽﾄ待ち;ＧＰＵ温度異常;起動せず;はんだ不良;渡辺;再検査OK;①号機"),
        JAPANESE_UNIX(
                "EUC-JP",
                "接触不良のため再挿入;田中;佐藤太郎;鈴木一郎;テスト失敗;基板交換;再作業;確認待ち;外観検査不合格;ネジ穴つぶれ;放熱板の貼付不良;"
                        + "ファン異音;電源モジュール過熱（２回目）;夜勤;ＧＰＵ温度異常;起動せず;はんだ不良;渡辺;再検査OK"),
        KOREAN("x-windows-949", "접촉 불량;김민수;이영희;박지훈;검사 실패;기판 교체;재작업;확인 대기;외관 검사 불합격;나사 마모;방열판 부착 불량;야간;재검사OK"),
        WESTERN(
                "windows-1252",
                "Größe;Prüfgerät läuft heiß;25 °C;±5 V;10 µm;José Muñoz;INSPEÇÃO;MANUTENÇÃO;Ação corretiva não concluída;défaut d’isolement;"
                        + "Œuvre;“NG”;Übertemperatur;Ångström;€ 5;½ Last;don’t know;São João;naïve;Straße – Süd;§ 4;CAFÉ;Señal débil");

        private final Charset charset;
        private final List<String> texts;

        Language(String charset, String texts) {
            this.charset = Charset.forName(charset);
            this.texts = List.of(texts.split(";"));
        }
    }

    @TempDir
    Path folder;

    private Path write(List<String> texts, Charset charset) {
        StringBuilder table = new StringBuilder("SN,note,state\r\n");
        for (String text : texts) {
            table.append("1654025050001,\"").append(text).append("\",Pass\r\n");
        }
        return Exports.text(folder, "export.csv", table.toString(), charset);
    }

    private static List<String> notes(Path file) throws SourceException {
        return Exports.texts(file).stream().skip(1).map(row -> row.get(1)).toList();
    }

    private static String refusal(Path file) {
        SourceException refusal = catchThrowableOfType(SourceException.class, () -> Exports.texts(file));
        assertThat(refusal).isNotNull();
        return refusal.fault() + ": " + refusal.getMessage();
    }

    @ParameterizedTest
    @EnumSource
    void texts(Language language) throws Exception {
        assertThat(notes(write(language.texts, language.charset))).isEqualTo(language.texts);
    }

    @ParameterizedTest
    @EnumSource
    void anyThreeTexts(Language language) throws Exception {
        for (int i = 0; i + 3 <= language.texts.size(); i++) {
            List<String> three = language.texts.subList(i, i + 3);
            assertThat(notes(write(three, language.charset))).isEqualTo(three);
        }
    }

    /** One cell is little evidence, but a wrong reading is never taken for the right one. */
    @ParameterizedTest
    @EnumSource
    void anyTextAlone_isRightOrUnclear(Language language) {
        for (String text : language.texts) {
            Path file = write(List.of(text), language.charset);
            try {
                assertThat(notes(file)).containsExactly(text);
            } catch (SourceException e) {
                assertThat(e).hasMessageStartingWith("the encoding of the text is unclear: ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25 °C",
                "±5 V",
                "10 µm",
                "Größe",
                "AÇÃO",
                "don’t know",
                "“NG”",
                "5 m³",
                "§ 4",
                "½",
                "CAFÉ",
                "à",
                "R&D – Süd"
            })
    void westernTextAlone(String text) throws Exception {
        assertThat(notes(write(List.of(text), Language.WESTERN.charset))).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, плохой контакт",
        "windows-1251, Иванов",
        "windows-1253, κακή επαφή",
        "windows-1255, מגע לקוי",
        "windows-1250, złącze uległo uszkodzeniu",
        "x-windows-874, หน้าสัมผัสไม่ดี",
        "GB18030, 返工",
        "windows-1252, ÄÖÜ"
    })
    void unclear(String charset, String text) {
        assertThat(refusal(write(List.of(text), Charset.forName(charset))))
                .startsWith("UNSUPPORTED: the encoding of the text is unclear: ");
    }

    @Test
    void unclear_saysTheGuessesAndWhatToDo() {
        assertThat(refusal(write(List.of("返工"), Charset.forName("GB18030"))))
                .isEqualTo(
                        "UNSUPPORTED: the encoding of the text is unclear: it is not Unicode, and a word in it may be"
                                + " \"返工\" in GB18030 or \"殿馱\" in Big5; save it as UTF-8 (in Excel: CSV UTF-8), or export"
                                + " the report as .xlsx");
    }

    @Test
    void sameWordInEachRow_isEvidenceOnce() {
        assertThat(refusal(write(Collections.nCopies(1000, "返工"), Charset.forName("GB18030"))))
                .contains("\"返工\" in GB18030 or ");
    }

    @Test
    void evidenceAtTheEnd() throws Exception {
        List<String> texts = new ArrayList<>(Collections.nCopies(20_000, "NTF"));
        texts.add("接触不良，重新插拔");
        assertThat(notes(write(texts, Charset.forName("GB18030")))).isEqualTo(texts);
    }

    /** Portals cut long notes after a number of bytes. */
    @Test
    void cellCutWithinACharacter() throws Exception {
        Charset gbk = Charset.forName("GB18030");
        byte[] note = "接触不良，重新插拔".getBytes(gbk);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes("SN,note\n1,".getBytes(gbk));
        text.write(note, 0, note.length - 1);
        text.writeBytes("\n2,王小明\n".getBytes(gbk));
        assertThat(notes(Exports.bytes(folder, "cut.csv", text.toByteArray())))
                .containsExactly("接触不良，重新插\uFFFD", "王小明");
    }

    @Test
    void pageThatDeclaresNothing() throws Exception {
        Path page = Exports.text(folder, "a.xls", "<table><tr><td>接触不良<td>王小明</table>", Charset.forName("GB18030"));
        assertThat(Exports.texts(page)).containsExactly(List.of("接触不良", "王小明"));
    }

    /** Excel declares GB2312 and Shift_JIS, and writes characters that only their extensions have. */
    @ParameterizedTest
    @CsvSource({"gb2312, GB18030, 诸葛喆", "gbk, GB18030, 朱镕基", "shift_jis, windows-31j, ①号機", "euc-kr, x-windows-949, 똠방"
    })
    void declaredStandard_isReadWithItsExtension(String declared, String written, String text) throws Exception {
        Path page = Exports.text(
                folder,
                "a.xls",
                "<meta charset=" + declared + "><table><tr><td>" + text + "</table>",
                Charset.forName(written));
        assertThat(Exports.texts(page)).containsExactly(List.of(text));
    }

    @Test
    void xmlWorkbookInItsDeclaredEncoding() throws Exception {
        Path workbook = Exports.text(
                folder,
                "a.xls",
                "<?xml version='1.0' encoding='gb2312'?><Workbook"
                        + " xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet><Table><Row><Cell><Data>返工</Data></Cell>"
                        + "</Row></Table></Worksheet></Workbook>",
                Charset.forName("GB18030"));
        assertThat(Exports.texts(workbook)).containsExactly(List.of("返工"));
    }

    /** A proxy may convert a page and leave its declaration. */
    @Test
    void utf8_whateverIsDeclared() throws Exception {
        Path page = Exports.text(folder, "a.xls", "<meta charset=gb2312><table><tr><td>返工测试</table>");
        assertThat(Exports.texts(page)).containsExactly(List.of("返工测试"));
    }
}
