package ai.igent.maestro.grants;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The claims (RFC 7519) of a grant for one session, which its subject is, or of grants for several. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GrantPayload(@JsonProperty("iss") String issuer, @JsonProperty("aud") List<String> audience, @JsonProperty("jti") String id,
        @JsonProperty("iat") long issuedAt, @JsonProperty("exp") long expiresAt, @JsonProperty("sub") String subject,
        @JsonProperty(GrantFormat.CLAIM) GrantClaims grant, @JsonProperty(GrantFormat.CLAIM_OF_SEVERAL) List<GrantClaims> grants) {

    /** What is the same whatever is granted. */
    record Frame(String issuer, String id, Instant now) {
        GrantPayload with(GrantClaims grant) {
            return with(grant.session().text(), grant, null);
        }

        GrantPayload with(List<GrantClaims> grants) {
            return with(null, null, grants);
        }

        private GrantPayload with(String subject, GrantClaims grant, List<GrantClaims> grants) {
            return new GrantPayload(issuer, GrantFormat.OWNER_SERVICES, id, now.getEpochSecond(),
                    now.plus(GrantFormat.LIFE).getEpochSecond(),
                    subject, grant, grants);
        }
    }
}
