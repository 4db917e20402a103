/** Yieldline: exports in, yields out. The types here are the words that every other package may use. */
@NullMarked
package io.yieldline;

import org.jspecify.annotations.NullMarked;
