package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the encodings of Western Europe, China, Japan and Korea apart by what a text would say in each. Every character costs bits, the
 * fewer the more common it is, and the encoding in which the text costs least is the right one, if no other comes near.
 */
final class EncodingEvidence {
    /** A lead of so many bits, as odds of 1 in 4,000, decides. */
    private static final double CLEAR = 12;

    private static final List<EncodingModel> MODELS = EncodingModel.all();

    /** What a text costs in an encoding. */
    private record Reading(EncodingModel model, String text, double bits) {
        static Reading of(EncodingModel model, Set<String> words) {
            String text = words.stream().map(model::decode).collect(Collectors.joining("\n"));
            return new Reading(
                    model,
                    text,
                    model.prior() + words.stream().mapToDouble(model::bits).sum());
        }

        boolean isPlausible() {
            long ascii = text.chars().filter(c -> c <= 0x7F).count();
            return bits - model.prior() <= model.mostBits() * (text.getBytes(model.charset()).length - ascii);
        }

        boolean isNear(Reading best) {
            return bits < best.bits + CLEAR && !text.equals(best.text);
        }
    }

    private EncodingEvidence() {}

    /** The encoding of a text that has characters beyond ASCII and is not in Unicode; refused if it is unclear. */
    static Charset of(InputStream text) throws IOException {
        Set<String> words = HighWords.of(text);
        List<Reading> readings = MODELS.stream()
                .map(model -> Reading.of(model, words))
                .sorted(Comparator.comparingDouble(Reading::bits))
                .toList();
        Reading best = readings.get(0);
        if (!best.isPlausible() || readings.stream().skip(1).anyMatch(other -> other.isNear(best))) {
            throw unclear(readings);
        }
        return best.model.charset();
    }

    private static IOException unclear(List<Reading> readings) {
        String guesses = readings.stream()
                .limit(2)
                .map(reading -> "\"" + reading.text.lines().findFirst().orElse("") + "\" in "
                        + reading.model.charset().name())
                .collect(Collectors.joining(" or "));
        return new IOException(new SourceException(
                Fault.UNSUPPORTED,
                "the encoding of the text is unclear: it is not Unicode, and a word in it may be " + guesses
                        + "; save it as UTF-8 (in Excel: CSV UTF-8), or export the report as .xlsx"));
    }
}
