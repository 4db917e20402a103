package io.yieldline.mart;

import io.yieldline.UserError;

/**
 * A mart of a plant's own that cannot be used as its file is.
 *
 * @param name its name; the name of its file where that cannot name a mart
 * @param problem file, line and what to change
 */
public record RefusedMart(String name, UserError problem) {}
