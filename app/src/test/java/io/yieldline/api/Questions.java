package io.yieldline.api;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Questions to the API about thirty days, each route as likely as any other. What can be chosen is taken from the routes' own
 * description and from the rows of the plant.
 */
final class Questions {
    private static final int DAYS = 30;
    private static final int UNITS = 200;
    private static final List<String> PLAIN = List.of(
            "/status", "/checks", "/checks/score", "/checks/findings", "/checks/history", "/schedule", "/alerts");

    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Map<String, List<JsonNode>> rows = new TreeMap<>();
    private final Map<String, List<String>> keys = new TreeMap<>();
    private final List<String> serials;
    private final LocalDate first;
    private final LocalDate last;
    private final List<Function<Random, Question>> kinds = new ArrayList<>();

    Questions(BenchedServer server, String cookie) throws IOException {
        JsonNode range = server.json("/marts/station_hourly?limit=1", cookie).path("range");
        this.first = LocalDate.parse(range.path("first_row").asString());
        this.last = LocalDate.parse(range.path("last_row").asString());
        for (JsonNode mart : server.json("/marts", cookie)) {
            keys.put(mart.path("name").asString(), texts(mart.path("key")));
        }
        JsonNode paths = server.json("/openapi.json", cookie).path("paths");
        for (String path : paths.propertyNames()) {
            List<String> parameters = paths.path(path)
                    .path("get")
                    .path("parameters")
                    .valueStream()
                    .map(each -> each.path("name").asString())
                    .toList();
            addTable(path.substring(Routes.ROOT.length()), parameters, server, cookie);
        }
        this.serials = serials(server, cookie);
        PLAIN.forEach(path -> kinds.add(random -> Question.get(path, path)));
        kinds.add(random -> unseen(() -> Question.get("/runs", "/runs?limit=" + (100 + random.nextInt(900)))));
        kinds.add(random -> unseen(() -> Question.get("/exports", "/exports?limit=" + (100 + random.nextInt(900)))));
        kinds.add(random -> unseen(() -> Question.get("/units/{serial}", "/units/" + any(serials, random))));
        kinds.add(this::batch);
        kinds.add(this::cell);
    }

    LocalDate last() {
        return last;
    }

    int days() {
        return (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    }

    /** A question that nobody asked before, where the server could remember the answer. */
    Question any(Random random) {
        return kinds.get(random.nextInt(kinds.size())).apply(random);
    }

    /** So many questions, at least one of each kind. */
    List<Question> some(int count, Random random) {
        return IntStream.range(0, Math.max(count, kinds.size()))
                .mapToObj(i -> kinds.get(i % kinds.size()).apply(random))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** What needs most memory: ten thousand rows as JSON, a whole table as a file, the records behind a whole week. */
    Question large(Random random) {
        int limit = 9_000 + random.nextInt(1_000);
        return unseen(() -> switch (random.nextInt(3)) {
            case 0 ->
                Question.get(
                        "10,000 rows", "/marts/fixture_daily?limit=" + limit + "&offset=" + random.nextInt(30_000));
            case 1 ->
                Question.get(
                        "a mart as a file",
                        "/marts/fixture_daily?format=csv&limit=" + (100_000 + random.nextInt(10_000)));
            default -> {
                String week = any(rows.get("/marts/first_pass_weekly"), random)
                        .path("week")
                        .asString();
                yield Question.get("records of a week", "/explain/first_pass_weekly?week=" + week + "&limit=" + limit);
            }
        });
    }

    String serial(Random random) {
        return any(serials, random);
    }

    /** The rows of a mart or view about thirty days, if it can be asked so. */
    private void addTable(String path, List<String> parameters, BenchedServer server, String cookie)
            throws IOException {
        if (!parameters.contains("from") || path.startsWith("/explain/")) {
            return;
        }
        if (!path.startsWith("/marts/") && !path.startsWith("/views/")) {
            kinds.add(random -> unseen(() -> Question.get(path, path + "?" + days(random))));
            return;
        }
        rows.put(path, list(server.json(path + "?limit=10000", cookie).path("rows")));
        List<String> columns = parameters.stream()
                .filter(name -> !Set.of("from", "to", "week", "by", "limit", "offset", "format")
                        .contains(name))
                .toList();
        kinds.add(random -> unseen(() -> Question.get(path, path + "?" + window(path, columns, random))));
    }

    private String window(String path, List<String> columns, Random random) {
        String window = days(random) + "&limit=" + (8_000 + random.nextInt(2_001));
        if (columns.isEmpty() || rows.get(path).isEmpty() || random.nextBoolean()) {
            return window;
        }
        String column = any(columns, random);
        String value = any(rows.get(path), random).path(column).asString("");
        return value.isEmpty() ? window : window + "&" + column + "=" + encoded(value);
    }

    private String days(Random random) {
        LocalDate from = first.plusDays(random.nextInt(Math.max(1, days() - DAYS + 1)));
        return "from=" + from + "&to=" + from.plusDays(DAYS - 1);
    }

    private Question batch(Random random) {
        String list =
                random.ints(UNITS, 0, serials.size()).mapToObj(serials::get).collect(Collectors.joining("\",\""));
        return new Question("/units/batch", "/units/batch", "{\"serials\":[\"" + list + "\"]}");
    }

    /** The records behind a random row of a random mart. */
    private Question cell(Random random) {
        String mart = any(List.copyOf(keys.keySet()), random);
        JsonNode row = any(rows.get("/marts/" + mart), random);
        String query = keys.get(mart).stream()
                .map(key -> key + "=" + encoded(row.path(key).asString("")))
                .collect(Collectors.joining("&"));
        return Question.get("/explain/" + mart, "/explain/" + mart + "?" + query);
    }

    private Question unseen(java.util.function.Supplier<Question> draw) {
        Question question = draw.get();
        for (int i = 0; i < 1000 && !asked.add(question.path()); i++) {
            question = draw.get();
        }
        return question;
    }

    private List<String> serials(BenchedServer server, String cookie) throws IOException {
        Set<String> found = new LinkedHashSet<>();
        Random random = new Random(7);
        for (int i = 0; i < 12; i++) {
            String path = "/explain/packing_daily?day="
                    + any(rows.get("/marts/packing_daily"), random).path("day").asString();
            server.json(path, cookie)
                    .path("rows")
                    .forEach(row -> found.add(row.path("serial_number").asString()));
        }
        List<String> all = new ArrayList<>(found);
        Collections.shuffle(all, random);
        return all;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        return array.valueStream().toList();
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
