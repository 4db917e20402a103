package io.yieldline.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An encoding of China, Japan or Korea. Their makers put the characters in everyday use into a first block and rarer ones into a second;
 * those of a list are the most common.
 *
 * @param common the most common characters of the language
 * @param first the first byte of the first block
 * @param last the first byte of the last characters of the first block
 * @param trail the least second byte in the blocks; characters with lesser ones were added later
 * @param japanese whether kana are usual
 */
record EasternModel(Charset charset, String common, int first, int last, int trail, boolean japanese)
        implements EncodingModel {
    private static final String MARKS = "　、。，．·：；？！（）［］「」『』《》“”‘’…—～－＋＝／％℃×→";
    private static final double COMMON = 9;
    private static final double MARK = 10;
    private static final double KANA = 8;
    private static final double HALF_KANA = 8;

    /** Narrow kana come in words; a single one is rather a sign in another encoding. */
    private static final double FIRST_HALF_KANA = 12;

    private static final double FIRST_BLOCK = 13;
    private static final double SECOND_BLOCK = 17;
    private static final double OTHER = 22;

    /** What a letter of the Latin alphabet right beside such a character costs more: words are rarely mixed. */
    private static final double SMALL_LETTER_BESIDE = 8;

    private static final double CAPITAL_BESIDE = 4;

    static Stream<EncodingModel> all() {
        List<String> common = commonCharacters();
        return Stream.of(
                new EasternModel(Charset.forName("GB18030"), common.get(0), 0xB0, 0xD7, 0xA1, false),
                new EasternModel(Charset.forName("Big5"), common.get(1), 0xA4, 0xC6, 0x40, false),
                new EasternModel(Charset.forName("windows-31j"), common.get(2), 0x88, 0x97, 0x40, true),
                new EasternModel(Charset.forName("EUC-JP"), common.get(2), 0xB0, 0xCF, 0xA1, true),
                new EasternModel(Charset.forName("x-windows-949"), common.get(3), 0xB0, 0xC8, 0xA1, false));
    }

    private static List<String> commonCharacters() {
        String name = "common-characters.txt";
        try (InputStream in = Objects.requireNonNull(EasternModel.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double prior() {
        return 12;
    }

    /** Narrow kana have only one byte. */
    @Override
    public double mostBits() {
        return japanese ? 7 : 6.5;
    }

    @Override
    public double bits(String word) {
        String text = decode(word);
        double bits = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                bits += own(text.charAt(i), at(text, i - 1)) + beside(at(text, i - 1)) + beside(at(text, i + 1));
            }
        }
        return bits;
    }

    private static double beside(char c) {
        boolean latin = c <= 0x7F && Character.isLetter(c);
        return !latin ? 0 : Character.isLowerCase(c) ? SMALL_LETTER_BESIDE : CAPITAL_BESIDE;
    }

    private double own(char c, char before) {
        if (c == '\uFFFD' || Character.getType(c) == Character.PRIVATE_USE) {
            return BROKEN;
        }
        if (isHalfKana(c)) {
            return isHalfKana(before) ? HALF_KANA : FIRST_HALF_KANA;
        }
        if (c >= '\u3041' && c <= '\u30FE') {
            return japanese ? KANA : SECOND_BLOCK;
        }
        return common.indexOf(c) >= 0 ? COMMON : MARKS.indexOf(c) >= 0 ? MARK : block(c);
    }

    private static boolean isHalfKana(char c) {
        return c >= '\uFF61' && c <= '\uFF9F';
    }

    private double block(char c) {
        byte[] code = String.valueOf(c).getBytes(charset);
        int lead = code[0] & 0xFF;
        if (code.length != 2 || lead < first || (code[1] & 0xFF) < trail) {
            return OTHER;
        }
        return lead <= last ? FIRST_BLOCK : SECOND_BLOCK;
    }
}
