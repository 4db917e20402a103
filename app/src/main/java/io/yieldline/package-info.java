/** Yieldline: exports in, yields out. The types here are used by all other packages. */
@NullMarked
package io.yieldline;

import org.jspecify.annotations.NullMarked;
