/**
 * Words in, operations run, text out: one class per command. {@link io.yieldline.cli.Main} is where the program starts and the
 * only place that builds its parts.
 */
@NullMarked
package io.yieldline.cli;

import org.jspecify.annotations.NullMarked;
