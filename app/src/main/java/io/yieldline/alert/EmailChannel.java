package io.yieldline.alert;

import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Sends each message as an email.
 *
 * @param patience timeout for each command to the mail server
 */
record EmailChannel(
        String name, Severity least, Server server, InternetAddress from, List<InternetAddress> to, Duration patience)
        implements Channel {

    /** Encryption of the connection to the mail server. */
    enum Security {
        STARTTLS(587),
        TLS(465),
        NONE(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }

        int port() {
            return port;
        }
    }

    /**
     * The mail server.
     *
     * @param user null if the server needs no login
     */
    record Server(
            String host,
            int port,
            Security security,
            @Nullable String user,
            @Nullable SecretReference password) {}

    @Override
    public String target() {
        return "mail to "
                + String.join(", ", to.stream().map(InternetAddress::getAddress).toList()) + " through "
                + server.host();
    }

    @Override
    public void send(Message message) throws DeliveryException {
        Session session = Session.getInstance(properties());
        try (Transport transport = session.getTransport("smtp")) {
            connect(transport);
            MimeMessage mail = mail(session, message);
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (AuthenticationFailedException e) {
            throw new DeliveryException(server.host() + " refused user and password");
        } catch (MessagingException e) {
            throw new DeliveryException(server.host() + ": " + reason(e));
        }
    }

    private void connect(Transport transport) throws MessagingException, DeliveryException {
        String password = server.password() == null ? null : server.password().reveal();
        transport.connect(server.host(), server.port(), server.user(), password);
    }

    private Properties properties() {
        String wait = String.valueOf(patience.toMillis());
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", wait);
        properties.put("mail.smtp.timeout", wait);
        properties.put("mail.smtp.writetimeout", wait);
        properties.put("mail.smtp.auth", String.valueOf(server.user() != null));
        properties.put("mail.smtp.ssl.enable", String.valueOf(server.security() == Security.TLS));
        properties.put("mail.smtp.starttls.enable", String.valueOf(server.security() == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(server.security() == Security.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.localhost", "localhost");
        // A refused recipient must not be silently ignored.
        properties.put("mail.smtp.sendpartial", "false");
        return properties;
    }

    MimeMessage mail(Session session, Message message) throws MessagingException {
        MimeMessage mail = new Identified(session, message.id());
        mail.setFrom(from);
        mail.setRecipients(MimeMessage.RecipientType.TO, recipients(message));
        mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(message.createdAt()));
        mail.setHeader("X-Yieldline-Message", message.id());
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (message.html() == null && message.attachments().isEmpty()) {
            mail.setText(message.text(), StandardCharsets.UTF_8.name());
        } else {
            mail.setContent(parts(message));
        }
        return mail;
    }

    private InternetAddress[] recipients(Message message) throws AddressException {
        return message.recipient() == null
                ? to.toArray(new InternetAddress[0])
                : new InternetAddress[] {new InternetAddress(message.recipient(), true)};
    }

    private static MimeMultipart parts(Message message) throws MessagingException {
        MimeMultipart bodies = new MimeMultipart("alternative");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(message.text(), StandardCharsets.UTF_8.name());
        bodies.addBodyPart(text);
        if (message.html() != null) {
            MimeBodyPart html = new MimeBodyPart();
            html.setText(message.html(), StandardCharsets.UTF_8.name(), "html");
            bodies.addBodyPart(html);
        }
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(bodies);
        MimeMultipart all = new MimeMultipart("mixed", body);
        for (Message.Attachment attachment : message.attachments()) {
            all.addBodyPart(part(attachment));
        }
        return all;
    }

    private static MimeBodyPart part(Message.Attachment attachment) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.mediaType())));
        part.setFileName(attachment.name().replaceAll("\\p{Cntrl}+", " "));
        return part;
    }

    /** First line of the server's reply. It never contains a password; a failed login is reported without it. */
    private static String reason(MessagingException e) {
        Throwable last = e;
        while (last instanceof MessagingException wrapped && wrapped.getNextException() != null) {
            last = wrapped.getNextException();
        }
        String words = String.valueOf(last.getMessage()).lines().findFirst().orElse("");
        return words.length() > 200 ? words.substring(0, 200) : words;
    }

    /** An email with the id of the message, so that mail programs show duplicates once. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@yieldline>");
        }
    }
}
