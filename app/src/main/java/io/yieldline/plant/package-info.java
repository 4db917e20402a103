/**
 * One installation: its {@link io.yieldline.plant.Home} directory, its {@link io.yieldline.plant.Settings} and its
 * {@link io.yieldline.plant.Rules}. YAML in, validated values out; independent of rows and databases.
 */
@NullMarked
package io.yieldline.plant;

import org.jspecify.annotations.NullMarked;
