/**
 * One installation: its {@link io.yieldline.plant.Home} directory, its {@link io.yieldline.plant.Settings} and its
 * {@link io.yieldline.plant.Rules}. YAML comes in, checked values go out; nothing here knows of rows or databases.
 */
@NullMarked
package io.yieldline.plant;

import org.jspecify.annotations.NullMarked;
