package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells Western, Chinese and Japanese encodings apart by what their text would say. Western text has single letters above ASCII between
 * others; Chinese and Japanese text in the right encoding consists of characters that are in common use, and in a wrong one of rare ones.
 */
final class EncodingEvidence {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final List<String> EASTERN = List.of("GB18030", "Big5", "Shift_JIS", "EUC-JP");
    private static final String WESTERN_SIGNS = "€‚„…‘’“”•–—™ §©«®°±²³´µ·¹º»¼½¾¿×÷";
    private static final int SAMPLE = 1 << 16;

    /** Share of common characters, in percent, that the best encoding must have; the next best must have much less. */
    private static final int CONVINCING = 50;

    private static final int FEWEST = 3;
    private static final double AHEAD = 1.5;
    private static final BitSet COMMON = common();

    private EncodingEvidence() {}

    /** The encoding of a text that is not in Unicode; refused where the evidence does not decide. */
    static Charset of(InputStream text) throws IOException {
        byte[] sample = sample(text);
        if (isWestern(sample)) {
            return WESTERN;
        }
        List<Candidate> candidates = new ArrayList<>();
        for (String name : EASTERN) {
            Candidate candidate = Candidate.of(Charset.forName(name), sample);
            if (candidate != null) {
                candidates.add(candidate);
            }
        }
        candidates.sort(
                Comparator.comparingInt((Candidate each) -> each.percent).reversed());
        return candidates.isEmpty() ? WESTERN : convincing(candidates);
    }

    private static Charset convincing(List<Candidate> candidates) throws IOException {
        Candidate best = candidates.get(0);
        boolean ahead = candidates.stream()
                .skip(1)
                .allMatch(other -> other.text.equals(best.text) || best.percent >= AHEAD * other.percent);
        if (best.common >= FEWEST && best.percent >= CONVINCING && ahead) {
            return best.charset;
        }
        String names =
                candidates.stream().map(each -> each.charset.name()).sorted().collect(Collectors.joining(" or "));
        throw new IOException(new SourceException(
                Fault.UNSUPPORTED,
                "the encoding of the file is unclear: it is not UTF-8, and could be " + names
                        + "; save it as UTF-8, or export the report as .xlsx"));
    }

    /** The lines with characters beyond ASCII, as many as a decision needs. */
    private static byte[] sample(InputStream text) throws IOException {
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean high = false;
        try (text) {
            for (int b = text.read(); b >= 0 && sample.size() < SAMPLE; b = text.read()) {
                line.write(b);
                high |= b > 0x7F;
                if (b == '\n' || line.size() == SAMPLE) {
                    sample.writeBytes(high ? line.toByteArray() : new byte[0]);
                    line.reset();
                    high = false;
                }
            }
        }
        sample.writeBytes(high ? line.toByteArray() : new byte[0]);
        return sample.toByteArray();
    }

    /** Nine in ten characters beyond ASCII are letters or signs of Western Europe, and they rarely follow each other. */
    private static boolean isWestern(byte[] sample) {
        String text = new String(sample, WESTERN);
        int high = 0;
        int plausible = 0;
        int runs = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                high++;
                plausible += Character.isLetter(text.charAt(i)) && text.charAt(i) != 'ƒ'
                                || WESTERN_SIGNS.indexOf(text.charAt(i)) >= 0
                        ? 1
                        : 0;
                runs += i == 0 || text.charAt(i - 1) <= 0x7F ? 1 : 0;
            }
        }
        return 10 * plausible >= 9 * high && 5 * high <= 8 * runs;
    }

    private static BitSet common() {
        BitSet common = new BitSet();
        try (InputStream in =
                Objects.requireNonNull(EncodingEvidence.class.getResourceAsStream("common-characters.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .chars()
                    .filter(c -> c > 0x7F)
                    .forEach(common::set);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return common;
    }

    /**
     * An encoding in which the sample is a text.
     *
     * @param common the number of its characters that are in common use
     * @param percent their share; punctuation does not count
     */
    private record Candidate(Charset charset, String text, int common, int percent) {
        static @Nullable Candidate of(Charset charset, byte[] sample) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(sample)).toString();
                return of(charset, text, !charset.name().matches("GB18030|Big5"));
            } catch (CharacterCodingException e) {
                return null;
            }
        }

        private static Candidate of(Charset charset, String text, boolean japanese) {
            int counted = 0;
            int common = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c > 0x7F && !isPunctuation(c)) {
                    counted++;
                    common += COMMON.get(c) || (japanese && isKana(c)) ? 1 : 0;
                }
            }
            return new Candidate(charset, text, common, counted == 0 ? 0 : 100 * common / counted);
        }

        private static boolean isKana(char c) {
            return c >= '\u3041' && c <= '\u30FC';
        }

        private static boolean isPunctuation(char c) {
            return (c >= '\u2010' && c <= '\u2040')
                    || (c >= '\u3000' && c <= '\u303F')
                    || (c >= '\uFF01' && c <= '\uFF60');
        }
    }
}
