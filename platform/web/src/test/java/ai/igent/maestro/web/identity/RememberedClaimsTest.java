package ai.igent.maestro.web.identity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;

import static org.assertj.core.api.Assertions.assertThat;

class RememberedClaimsTest {
    private static final List<String> OTHERS = List.of("organizations", "roles", "session", "generation", "nested", "list", "flag", "none");

    @ParameterizedTest
    @ValueSource(strings = {"{}",
            "{\"sub\":\"alice\",\"iss\":\"i\",\"aud\":\"maestro\",\"exp\":4102444800,\"iat\":1,\"azp\":\"maestro-cli\",\"auth_time\":7}",
            "{\"aud\":[\"a\",\"b\"],\"roles\":[\"user\"],\"organizations\":{\"acme\":\"admin\"},\"groups\":[\"g\"],\"none\":null}",
            "{\"session\":\"ses_1\",\"generation\":3,\"nested\":{\"a\":[1,2.5,true]},\"list\":[],\"flag\":false,\"upn\":\"u\"}"})
    void eachClaimIsWhatTheLibraryReads(String token) throws InvalidJwtException {
        var library = new DefaultJWTCallerPrincipal(JwtClaims.parse(token));
        var remembered = new RememberedClaims(JwtClaims.parse(token));

        assertThat(remembered.getClaimNames()).isEqualTo(library.getClaimNames());
        Stream.concat(Arrays.stream(Claims.values()).map(Claims::name), OTHERS.stream())
                .forEach(name -> assertThat(remembered.<Object>getClaim(name)).as(name).isEqualTo(library.<Object>getClaim(name)));
        assertThat(remembered.getName()).isEqualTo(library.getName());
        assertThat(remembered.getAudience()).isEqualTo(library.getAudience());
        assertThat(remembered.getExpirationTime()).isEqualTo(library.getExpirationTime());
    }
}
