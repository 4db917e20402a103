package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.api.auth.AuditedQuery;
import io.yieldline.operation.AnswerFile;
import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.QueryOperation;
import io.yieldline.operation.ask.QueryOperation.Answered;
import io.yieldline.query.QueryAnswer;
import io.yieldline.query.ValueList;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks in SQL. */
@Command(
        mixinStandardHelpOptions = true,
        header = QueryOperation.PURPOSE,
        description = {
            "One SELECT in the SQL of DuckDB, whatever the database of the plant. It runs in a process of its own over the"
                    + " lake, a copy of marts and logs of the last refresh. \"show tables\" lists the tables,"
                    + " \"describe TABLE\" the columns.",
            "Parameters such as {from} get their values from --param, lists of values such as {serials} from --list."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline query \"show tables\"",
            "  yieldline query \"describe station_yield_daily\" --format csv",
            "  yieldline query --file failed.sql --param from=2025-05-01 --out failed.xlsx",
            "  yieldline query --file units.sql --list serials=serials.txt --format csv",
            "  yieldline query --saved worst --param from=2025-05-01 --timeout 60"
        })
final class QueryCommand extends PlantCommand<QueryOperation.Parameters, Answered> {
    /** Formats of an answer. */
    enum Format {
        TABLE,
        CSV,
        XLSX,
        PARQUET,
        JSON
    }

    @Parameters(arity = "0..1", paramLabel = "SQL", description = "The SELECT.")
    @Nullable
    String sql;

    @Option(names = "--file", paramLabel = "FILE", description = "Read the SELECT from this file.")
    @Nullable
    Path file;

    @Option(names = "--saved", paramLabel = "NAME", description = "Ask a saved query; yieldline queries lists them.")
    @Nullable
    String saved;

    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "The value of a parameter; repeatable.")
    Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--list",
            paramLabel = "NAME=FILE",
            description = "A list of values, one in each line of a file; {NAME} is then a list, NAME a table with the"
                    + " column \"value\". Repeatable.")
    Map<String, Path> lists = new LinkedHashMap<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table (default), csv, xlsx, parquet or json. With --out, its ending is the default.")
    @Nullable
    Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the answer to this file.")
    @Nullable
    Path out;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = OptionParsers.Limit.class,
            description = "Maximum number of rows (default: setting query.rows).")
    @Nullable
    Integer limit;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = OptionParsers.Limit.class,
            description = "Stop after this time (default: setting query.seconds).")
    @Nullable
    Integer timeout;

    @Override
    Operation<QueryOperation.Parameters, Answered> operation() {
        return new AuditedQuery();
    }

    @Override
    QueryOperation.Parameters parameters() {
        if (Stream.of(sql, file, saved).filter(given -> given != null).count() != 1) {
            throw new UserError(ExitCode.USAGE, "write one of: a SELECT, --file FILE, --saved NAME");
        }
        chosen();
        return new QueryOperation.Parameters(
                saved,
                file == null ? sql == null ? "" : sql : OptionParsers.text(file),
                values,
                lists.entrySet().stream()
                        .map(list -> ValueList.parse(list.getKey(), OptionParsers.text(list.getValue())))
                        .toList(),
                limit,
                timeout);
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    Object json(Answered answered) {
        QueryAnswer answer = answered.answer();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("snapshot", answer.snapshot());
        json.put("more", answer.more());
        json.put("milliseconds", answer.milliseconds());
        json.put("rows", answer.table());
        return json;
    }

    @Override
    void print(Answered answered, Console console) {
        QueryAnswer answer = answered.answer();
        if (out != null) {
            AnswerFile.valueOf(chosen().name()).write(answer, out);
            console.line(out + "  " + answered.summary() + ".");
        } else {
            switch (chosen()) {
                case CSV -> console.csv(answer.table());
                case JSON -> console.json(answer.table());
                default -> printText(answered, console);
            }
        }
        if (answer.more()) {
            console.note("There are more rows; raise --limit to get them.");
        }
    }

    private static void printText(Answered answered, Console console) {
        console.table(answered.answer().table());
        console.line(answered.summary() + ", lake " + answered.answer().snapshot() + ".");
    }

    /** The format; a file that is to be written has one, and formats that no terminal shows need a file. */
    private Format chosen() {
        Format chosen = format == null ? ofFile() : format;
        if (out == null && (chosen == Format.XLSX || chosen == Format.PARQUET)) {
            throw new UserError(ExitCode.USAGE, "name the file: --out FILE." + OptionParsers.word(chosen));
        }
        return out != null && chosen == Format.TABLE ? Format.CSV : chosen;
    }

    private Format ofFile() {
        String name = out == null ? "" : String.valueOf(out.getFileName());
        return Stream.of(Format.XLSX, Format.PARQUET, Format.JSON)
                .filter(each -> name.endsWith("." + OptionParsers.word(each)))
                .findFirst()
                .orElse(Format.TABLE);
    }
}
