/**
 * Command lines in, operations run, text out: one class per command. {@link io.yieldline.cli.Main} starts the program and is the
 * only place that wires its parts.
 */
@NullMarked
package io.yieldline.cli;

import org.jspecify.annotations.NullMarked;
