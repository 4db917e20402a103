package io.yieldline.source;

import java.nio.charset.Charset;

/** Western Europe: mostly ASCII, with single small letters within words, or signs such as degrees. */
final class WesternModel implements EncodingModel {
    private static final String SIGNS_BEFORE_LETTERS = "€‘’“•–—§©«°±µ·¿¡×";
    private static final String SIGNS_AFTER_LETTERS = "…’”–—™\u00A0©®°±²³µ·»¼½¾×";
    private static final String NO_LETTERS = "ƒªº";
    private static final double SMALL_LETTER = 6;
    private static final double CAPITAL_OR_SIGN = 8;
    private static final double UNUSUAL = 16;

    /** What the second character beyond ASCII in a row costs more, and each after it. */
    private static final double SECOND_IN_ROW = 2;

    private static final double NEXT_IN_ROW = 8;

    @Override
    public Charset charset() {
        return Charset.forName("windows-1252");
    }

    @Override
    public double prior() {
        return 0;
    }

    @Override
    public double mostBits() {
        return 9.5;
    }

    @Override
    public double bits(String word) {
        String text = decode(word);
        double bits = 0;
        int inRow = 0;
        for (int i = 0; i < text.length(); i++) {
            inRow = text.charAt(i) > 0x7F ? inRow + 1 : 0;
            if (inRow > 0) {
                bits += own(text.charAt(i), at(text, i - 1), at(text, i + 1)) + inRow(inRow);
            }
        }
        return bits;
    }

    private static double inRow(int number) {
        return number == 1 ? 0 : number == 2 ? SECOND_IN_ROW : NEXT_IN_ROW;
    }

    private static double own(char c, char before, char after) {
        if (c == '\uFFFD') {
            return BROKEN;
        }
        if (Character.isLowerCase(c) && NO_LETTERS.indexOf(c) < 0) {
            return Character.isLetter(before) || before == ' ' ? SMALL_LETTER : CAPITAL_OR_SIGN;
        }
        boolean capital = Character.isUpperCase(c) && !Character.isLowerCase(before);
        return capital || isSign(c, before, after) ? CAPITAL_OR_SIGN : UNUSUAL;
    }

    /** Whether it is a sign that may stand between these characters. */
    private static boolean isSign(char c, char before, char after) {
        boolean fitsBefore = !Character.isLetter(after) || SIGNS_BEFORE_LETTERS.indexOf(c) >= 0;
        boolean fitsAfter = !Character.isLetter(before) || SIGNS_AFTER_LETTERS.indexOf(c) >= 0;
        boolean sign = SIGNS_BEFORE_LETTERS.indexOf(c) >= 0 || SIGNS_AFTER_LETTERS.indexOf(c) >= 0;
        return sign && fitsBefore && fitsAfter;
    }
}
