/**
 * A believable plant: from a few settings and a seed come months of units walking through stations, written as the exports
 * that a portal would give ({@code .xls} and {@code .xlsx}, with all their oddities), together with the true events.
 *
 * <p>In: {@link io.yieldline.demo.DemoSettings}. Out: {@link io.yieldline.demo.DemoPlant}, which holds the
 * {@linkplain io.yieldline.demo.DemoExport exports} and the {@linkplain io.yieldline.demo.PlantTruth truth}. Those are the doors.
 *
 * <p>Behind them: a {@code ProductLine} says where units go, {@code Journey} walks one unit and yields {@code Step}s,
 * {@code Oddities} spoils some, {@code ExportPlan} decides which file shows which step, sheets and books write it.
 */
@NullMarked
package io.yieldline.demo;

import org.jspecify.annotations.NullMarked;
