package io.yieldline.api.subscription;

import io.yieldline.alert.Message.Attachment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one message says.
 *
 * @param html the same as a page; null for a short note
 */
record Edition(String subject, String text, @Nullable String html, List<Attachment> attachments) {}
