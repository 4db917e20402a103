/** Conditions in, messages out: one alert per cause and window, sent through an outbox that loses nothing. */
@NullMarked
package io.yieldline.alert;

import org.jspecify.annotations.NullMarked;
