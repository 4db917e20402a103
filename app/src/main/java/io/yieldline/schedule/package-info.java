/** Jobs with cron expressions in, due slots out; each slot is run exactly once. */
@NullMarked
package io.yieldline.schedule;

import org.jspecify.annotations.NullMarked;
