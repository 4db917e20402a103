package io.yieldline.cli;

import picocli.CommandLine.ITypeConverter;

/**
 * Reads an option whose values are the constants of an enum.
 *
 * @param <E> the enum
 */
abstract class WordConverter<E extends Enum<E>> implements ITypeConverter<E> {
    private final Class<E> words;

    WordConverter(Class<E> words) {
        this.words = words;
    }

    @Override
    public E convert(String text) throws Exception {
        return OptionParsers.oneOf(words).convert(text);
    }
}
