/**
 * Everything in, its state out. {@code Doctor} walks the chain from home and exports to marts and says which links are broken;
 * {@code Recovery} makes of that the steps that mend them, and does them; {@code SetAside} does those that need a closed
 * database. {@code Health} says whether the plant takes work, {@code Metrics} is the plant in numbers for Prometheus,
 * {@code Activity} the same by day for people.
 */
@NullMarked
package io.yieldline.health;

import org.jspecify.annotations.NullMarked;
