package io.yieldline.cli;

import io.yieldline.InvalidInput;
import io.yieldline.TimeInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses option values; errors name the valid values. */
final class OptionParsers {
    private OptionParsers() {}

    /** Reads a date or a time zone as {@link TimeInput} does; picocli names the option. */
    static <T> ITypeConverter<T> valid(Function<String, T> value) {
        return text -> {
            try {
                return value.apply(text);
            } catch (InvalidInput e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    /** Parses an enum constant, case-insensitive. */
    static <E extends Enum<E>> ITypeConverter<E> oneOf(Class<E> words) {
        List<E> known = Arrays.asList(words.getEnumConstants());
        return text -> known.stream()
                .filter(constant -> word(constant).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is not one of "
                        + known.stream().map(OptionParsers::word).collect(Collectors.joining(", "))));
    }

    /** The name of a constant: lower case, with blanks. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Parses a maximum number of rows. */
    static final class Limit implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("[1-9][0-9]{0,8}")) {
                throw new TypeConversionException("\"" + text + "\" is not a number from 1 on");
            }
            return Integer.valueOf(text);
        }
    }
}
