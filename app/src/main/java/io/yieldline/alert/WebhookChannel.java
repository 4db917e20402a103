package io.yieldline.alert;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Posts each message to a URL. Only the response status is used: redirects are not followed and the body is
 * not read, so that its size or speed does not matter.
 */
final class WebhookChannel implements Channel {
    private final String name;
    private final Severity least;
    private final WebhookForm form;
    private final SecretReference address;
    private final @Nullable SecretReference key;
    private final Set<String> allowed;
    private final Duration patience;
    private final InstantSource clock;
    private final HttpClient client;

    /** A channel; {@code key} signs the requests if given, {@code patience} is the timeout of the request. */
    WebhookChannel(
            String name,
            Severity least,
            WebhookForm form,
            SecretReference address,
            @Nullable SecretReference key,
            Set<String> allowed,
            Duration patience,
            InstantSource clock) {
        this.name = name;
        this.least = least;
        this.form = form;
        this.address = address;
        this.key = key;
        this.allowed = allowed;
        this.patience = patience;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Severity least() {
        return least;
    }

    /** With Slack and Teams the URL is a secret; the host is not. */
    @Override
    public String target() {
        try {
            return "webhook at " + WebhookTarget.of(address.reveal(), allowed).host();
        } catch (DeliveryException e) {
            return "webhook at " + address;
        }
    }

    @Override
    public void send(Message message) throws DeliveryException {
        WebhookTarget target = WebhookTarget.of(address.reveal(), allowed);
        target.check();
        int status = status(target, request(target, message));
        if (status < 200 || status > 299) {
            throw new DeliveryException(target.host() + " answered " + status);
        }
    }

    private HttpRequest request(WebhookTarget target, Message message) throws DeliveryException {
        String body = form.body(message);
        HttpRequest.Builder request = HttpRequest.newBuilder(target.address())
                .timeout(patience)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-Yieldline-Message", message.id());
        if (key != null) {
            String second = String.valueOf(clock.instant().getEpochSecond());
            request.header("X-Yieldline-Timestamp", second)
                    .header("X-Yieldline-Signature", "sha256=" + signature(key.reveal(), second + "." + body));
        }
        return request.POST(BodyPublishers.ofString(body)).build();
    }

    private int status(WebhookTarget target, HttpRequest request) throws DeliveryException {
        CompletableFuture<HttpResponse<Boolean>> answer = client.sendAsync(request, response -> new Unread());
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (TimeoutException e) {
            throw new DeliveryException(target.host() + " did not answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new DeliveryException(target.host() + ": " + cause(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException(target.host() + ": stopped");
        } finally {
            answer.cancel(true);
        }
    }

    /** The error, without response text or URL. */
    private static String cause(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return switch (cause.getClass().getSimpleName()) {
            case "HttpConnectTimeoutException", "HttpTimeoutException" -> "did not answer in time";
            case "SSLHandshakeException", "SSLException" -> "its TLS certificate or protocol is not accepted";
            case "ConnectException" -> "no connection";
            default -> "connection lost (" + cause.getClass().getSimpleName() + ")";
        };
    }

    /** HMAC-SHA256 of time, dot and body: the receiver can reject forged and replayed requests. */
    static String signature(String key, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closes the connection instead of reading the body. */
    private static final class Unread implements HttpResponse.BodySubscriber<Boolean> {
        @Override
        public CompletionStage<Boolean> getBody() {
            return CompletableFuture.completedFuture(true);
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> item) {}

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onComplete() {}
    }
}
