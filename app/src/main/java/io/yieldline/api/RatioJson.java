package io.yieldline.api;

import io.yieldline.Ratio;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** A ratio as it is answered: always with both counts; the value is null where there is nothing to divide by. */
final class RatioJson extends StdSerializer<Ratio> {
    RatioJson() {
        super(Ratio.class);
    }

    @Override
    public void serialize(Ratio ratio, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        json.writeNumberProperty("numerator", ratio.numerator());
        json.writeNumberProperty("denominator", ratio.denominator());
        if (ratio.known()) {
            json.writeNumberProperty("value", ratio.value());
        } else {
            json.writeNullProperty("value");
        }
        json.writeEndObject();
    }
}
