package io.yieldline.api.subscription;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

@Tag("engines")
class PostgresSubscriptionTest {
    @Nested
    class Reports extends SubscriptionContract {
        @Override
        Engine engine() {
            return Engine.POSTGRES;
        }
    }

    @Nested
    class Answers extends AnswerSubscriptionContract {
        @Override
        Engine engine() {
            return Engine.POSTGRES;
        }
    }
}
