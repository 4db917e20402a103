/** HTTP in, operations out: the server of a plant and its routes. */
@NullMarked
package io.yieldline.api;

import org.jspecify.annotations.NullMarked;
