package io.yieldline.ingest;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the file name of an export says about its age. */
public final class ExportName {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(\\d{4})([-_.]?)(\\d{2})\\2(\\d{2})(?=\\D|\\d{4}(?!\\d)|\\d{6}(?!\\d)|$)");
    private static final Pattern YEAR_LAST = Pattern.compile("(?<!\\d)(\\d{1,2})([-_.])(\\d{1,2})\\2(\\d{4})(?!\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /**
     * The older name first: by the latest date in it, then by the name without its ending, in which numbers count as numbers; so
     * {@code report} is before {@code report (2)}, and this before {@code report (10)}.
     */
    public static final Comparator<String> OLDER_FIRST = Comparator.comparing(
                    (String name) -> latestDate(name).orElse(LocalDate.MIN))
            .thenComparing(ExportName::numbersPadded)
            .thenComparing(Comparator.naturalOrder());

    private ExportName() {}

    /** The latest date in a file name, such as 2025-06-03, 20250603, 06_03_2025 or 3.6.2025; the path does not count. */
    public static Optional<LocalDate> latestDate(String path) {
        String name = fileName(path);
        return Stream.concat(
                        YEAR_FIRST.matcher(name).results().map(found -> date(found, 1, 3, 4)),
                        YEAR_LAST.matcher(name).results().map(ExportName::yearLast))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /** The file name without folders; the ledger has the whole path of a file that was named directly. */
    public static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** Dots separate day.month.year; otherwise the month is first where both are possible. */
    private static Optional<LocalDate> yearLast(MatchResult found) {
        boolean dayFirst = found.group(2).equals(".") || Integer.parseInt(found.group(1)) > 12;
        return dayFirst ? date(found, 4, 3, 1) : date(found, 4, 1, 3);
    }

    private static Optional<LocalDate> date(MatchResult found, int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(number(found, year), number(found, month), number(found, day)))
                    .filter(date -> date.getYear() >= 1990 && date.getYear() < 2100);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static String numbersPadded(String path) {
        String name = fileName(path);
        int dot = name.lastIndexOf('.');
        return NUMBER.matcher(dot > 0 ? name.substring(0, dot) : name)
                .replaceAll(number -> Matcher.quoteReplacement(
                        String.format("%30s", new BigInteger(number.group())).replace(' ', '0')));
    }
}
