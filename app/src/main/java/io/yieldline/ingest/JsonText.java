package io.yieldline.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/** JSON strings without a mapper, whose initialization takes longer than a short command. */
final class JsonText {
    private JsonText() {}

    static String quote(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + "\"";
    }

    static String array(List<@Nullable String> texts) {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            json.append(i == 0 ? "" : ",").append(text == null ? "null" : quote(text));
        }
        return json.append("]").toString();
    }
}
