package io.yieldline.api;

import org.jspecify.annotations.Nullable;

/**
 * A request of the benchmark.
 *
 * @param name what its answers are counted under
 * @param path below the root of the API, with its parameters
 * @param body what is sent as JSON; null for a question that only reads
 */
record Question(String name, String path, @Nullable String body) {
    static Question get(String name, String path) {
        return new Question(name, path, null);
    }

    /** The same, counted under the page that asks it. */
    Question of(String page) {
        return new Question(page + " " + name, path, body);
    }
}
