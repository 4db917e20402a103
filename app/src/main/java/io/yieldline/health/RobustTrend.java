package io.yieldline.health;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/** The slope of values over days: the median of the slopes between all pairs (Theil and Sen), which single outliers do not move. */
final class RobustTrend {
    private final List<double[]> points = new ArrayList<>();

    /** Adds a value of a day. */
    void add(long day, double value) {
        points.add(new double[] {day, value});
    }

    int size() {
        return points.size();
    }

    /** The change a day; empty unless there are so many days with a value. */
    OptionalDouble perDay(int least) {
        return points.size() < Math.max(2, least) ? OptionalDouble.empty() : OptionalDouble.of(median(slopes()));
    }

    private List<Double> slopes() {
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            for (int j = i + 1; j < points.size(); j++) {
                double[] one = points.get(i);
                double[] other = points.get(j);
                slopes.add((other[1] - one[1]) / (other[0] - one[0]));
            }
        }
        return slopes;
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }
}
