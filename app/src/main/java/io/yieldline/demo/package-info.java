/**
 * A realistic demo plant: settings and a seed give months of units on their routes, written as
 * portal exports ({@code .xls} and {@code .xlsx}, with all their irregularities), together with the true events.
 *
 * <p>In: {@link io.yieldline.demo.DemoSettings}. Out: {@link io.yieldline.demo.DemoPlant}, which holds the
 * {@linkplain io.yieldline.demo.DemoExport exports} and the {@linkplain io.yieldline.demo.PlantTruth truth}.
 *
 * <p>A {@code ProductLine} defines the route, {@code Journey} simulates one unit and yields {@code Step}s,
 * {@code Oddities} adds irregularities, {@code ExportPlan} assigns steps to files, sheets and books write them.
 */
@NullMarked
package io.yieldline.demo;

import org.jspecify.annotations.NullMarked;
