package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.TimeInput;
import io.yieldline.UserError;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Reads a value as {@link TimeInput} does, and refuses it in the same words; picocli names the option. */
    static <T> ITypeConverter<T> valid(Function<String, T> value) {
        return text -> {
            try {
                return value.apply(text);
            } catch (UserError e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    /** The text of a file that an option names. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UserError(ExitCode.USAGE, file + ": is not a text file; save it as text in UTF-8");
        } catch (IOException e) {
            throw new UserError(ExitCode.USAGE, file + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    /** Parses an enum constant, whatever its case; blanks and underscores are the same. The error names them as the help does. */
    static <E extends Enum<E>> ITypeConverter<E> oneOf(Class<E> words) {
        List<E> known = Arrays.asList(words.getEnumConstants());
        return text -> known.stream()
                .filter(constant ->
                        constant.name().equalsIgnoreCase(text.strip().replace(' ', '_')))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is not one of "
                        + known.stream()
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    /** The name of a constant: lower case, with blanks. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Parses a number. */
    static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("\"" + text + "\" is not a number");
        }
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
