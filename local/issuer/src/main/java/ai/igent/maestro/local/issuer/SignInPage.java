package ai.igent.maestro.local.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** The page on which one chooses who to be. One file, no script, nothing from elsewhere. */
final class SignInPage {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Realm realm;
    private final String template;

    SignInPage(Realm realm) {
        this.realm = realm;
        try (var page = SignInPage.class.getResourceAsStream("sign-in.html")) {
            template = new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code redirect}: where the form will lead in the end; browsers hold redirects of a form against the policy too. */
    Reply reply(Client client, URI redirect) {
        String nonce = nonce();
        String page = template.replace("{title}", escape(realm.title())).replace("{client}", escape(client.id())).replace("{nonce}", nonce)
                .replace("{people}", people());
        String policy = "default-src 'none'; style-src 'nonce-" + nonce + "'; form-action 'self' " + origin(redirect)
                + "; frame-ancestors 'none'; base-uri 'none'";
        return new Reply(200, Map.of("Content-Type", "text/html;charset=UTF-8", "Content-Security-Policy", policy), page);
    }

    private String people() {
        return realm.people().stream().map(SignInPage::button).collect(Collectors.joining("\n"));
    }

    private static String button(Person person) {
        return "<li><button name=\"username\" value=\"%s\"><strong>%s</strong> <span>%s</span></button></li>".formatted(
                escape(person.subject()),
                escape(person.name()), escape(person.about()));
    }

    private static String nonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
