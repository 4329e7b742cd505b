package ai.igent.maestro.local.issuer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;

/** Mints the realm's access and identity tokens, and recognizes them again. */
final class Tokens {
    private final Realm realm;
    private final String issuer;
    private final SigningKeys keys;
    private final Duration life;
    private final Clock clock;

    Tokens(Realm realm, String issuer, SigningKeys keys, Duration life, Clock clock) {
        this.realm = realm;
        this.issuer = issuer;
        this.keys = keys;
        this.life = life;
        this.clock = clock;
    }

    String accessToken(SignIn signIn) {
        return keys.sign(aboutPerson(signIn).audience(realm.audience()).claim("scope", signIn.scope().toString()).build());
    }

    String identityToken(SignIn signIn, String nonce) {
        return keys.sign(aboutPerson(signIn).audience(signIn.client().id()).claim("nonce", nonce).build());
    }

    /** For a service that acts for itself. */
    String serviceToken(Client client) {
        return keys.sign(claims(client, client.id()).audience(realm.audience()).claim("roles", List.of("service")).build());
    }

    private JWTClaimsSet.Builder aboutPerson(SignIn signIn) {
        Person person = signIn.person();
        return claims(signIn.client(), person.subject()).claim("name", person.name()).claim("preferred_username", person.name())
                .claim("roles", person.roles()).claim("organizations", person.organizations())
                .claim("auth_time", signIn.at().getEpochSecond());
    }

    private JWTClaimsSet.Builder claims(Client client, String subject) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder().issuer(issuer).subject(subject).claim("azp", client.id()).jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(life)));
    }

    long lifeInSeconds() {
        return life.toSeconds();
    }

    /** Whose access token this is; empty when it is not one of ours, or no longer good. */
    Optional<Person> holder(String accessToken) {
        try {
            if (!(JWTParser.parse(accessToken) instanceof SignedJWT token) || !keys.signed(token))
                return Optional.empty();
            var claims = token.getJWTClaimsSet();
            if (!claims.getAudience().contains(realm.audience()) || claims.getExpirationTime().toInstant().isBefore(clock.instant()))
                return Optional.empty();
            return realm.person(claims.getSubject());
        } catch (java.text.ParseException e) {
            return Optional.empty();
        }
    }
}
