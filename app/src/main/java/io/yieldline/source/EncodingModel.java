package io.yieldline.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** How common the characters of an encoding are in the language that is written in it. */
interface EncodingModel {
    /** The bits of bytes that are no character. */
    double BROKEN = 25;

    Charset charset();

    /** The bits of a word, given as bytes in ISO 8859-1. */
    double bits(String word);

    /** The bits that a text costs because it is in this encoding at all. */
    double prior();

    /** The bits of each byte of characters beyond ASCII, on average, above which it is not a text of the language. */
    double mostBits();

    /** A word, given as bytes in ISO 8859-1, in this encoding. */
    default String decode(String word) {
        return new String(word.getBytes(StandardCharsets.ISO_8859_1), charset());
    }

    /** The character at this index; a blank outside the word. */
    default char at(String word, int index) {
        return index < 0 || index >= word.length() ? ' ' : word.charAt(index);
    }

    /** The encodings that are told apart. */
    static List<EncodingModel> all() {
        return Stream.concat(Stream.of(new WesternModel()), EasternModel.all()).toList();
    }
}
