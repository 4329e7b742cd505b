package ai.igent.maestro.vault.catalog;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import ai.igent.maestro.vocabulary.VariableName;

/** How a value of an integration is tried at its provider: one kind of call each, with what the catalog's file says of it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "call")
@JsonSubTypes({@JsonSubTypes.Type(name = "http-get", value = Verification.HttpGet.class),
        @JsonSubTypes.Type(name = "aws-caller-identity", value = Verification.AwsCallerIdentity.class),
        @JsonSubTypes.Type(name = "client-credentials", value = Verification.ClientCredentials.class),
        @JsonSubTypes.Type(name = "service-account", value = Verification.ServiceAccount.class),
        @JsonSubTypes.Type(name = "database-connection", value = Verification.DatabaseConnection.class)})
public sealed interface Verification {
    /** The variables without whose values there is no call. A secret that is none of them is not what the call tries. */
    List<VariableName> needed();

    /** Variables whose values are used when the set has them. */
    default List<VariableName> welcome() {
        return List.of();
    }

    /**
     * Reads something with the value in a header.
     *
     * @param baseUrlFrom the variable of the set that holds the base address, or null
     * @param authorization the header that carries the value
     * @param headers further headers
     * @param answer what is read from the answer
     * @param accepted what 403 says to a genuine value that may not do what was tried, or null
     * @param expired what 401 says to a genuine value whose time is up, or null
     */
    record HttpGet(VariableName variable, URI baseUrl, VariableName baseUrlFrom, String path, Header authorization,
            Map<String, String> headers, Answer answer, Pattern accepted, Pattern expired) implements Verification {
        public HttpGet {
            headers = headers == null ? Map.of() : Map.copyOf(headers);
            answer = answer == null ? Answer.NOTHING : answer;
        }

        @Override
        public List<VariableName> needed() {
            return List.of(variable);
        }

        @Override
        public List<VariableName> welcome() {
            return baseUrlFrom == null ? List.of() : List.of(baseUrlFrom);
        }
    }

    /** A header whose value is {@code prefix} and the secret, or, with {@code user}, that user and the secret as HTTP Basic. */
    record Header(String name, String prefix, String user) {}

    /** Where the answer says whose the value is, what it may do and until when: JSON pointers, or names of headers. Each may be null. */
    record Answer(String account, String scopes, String scopesHeader, String expiresAt, String expiresAtHeader) {
        static final Answer NOTHING = new Answer(null, null, null, null, null);
    }

    /** Asks whose key it is, signed with the key: AWS STS GetCallerIdentity. */
    record AwsCallerIdentity(VariableName accessKeyId, VariableName secretAccessKey, VariableName sessionToken, URI baseUrl, String region)
            implements
                Verification {
        @Override
        public List<VariableName> needed() {
            return List.of(accessKeyId, secretAccessKey);
        }

        @Override
        public List<VariableName> welcome() {
            return List.of(sessionToken);
        }
    }

    /**
     * Asks for a token with the client's credentials (RFC 6749, section 4.4) and throws it away.
     *
     * @param path with {@code {tenant}} in it
     * @param expired what a refusal says when the secret's time is up
     */
    record ClientCredentials(VariableName tenant, VariableName clientId, VariableName clientSecret, URI baseUrl, String path, String scope,
            Pattern expired) implements Verification {
        @Override
        public List<VariableName> needed() {
            return List.of(tenant, clientId, clientSecret);
        }
    }

    /** Asks for a token with an assertion that a service account's key signed (RFC 7523) and throws it away. */
    record ServiceAccount(VariableName variable, URI baseUrl, String path, String scope) implements Verification {
        @Override
        public List<VariableName> needed() {
            return List.of(variable);
        }
    }

    /** Signs in at a database. */
    record DatabaseConnection(VariableName variable, String driver) implements Verification {
        @Override
        public List<VariableName> needed() {
            return List.of(variable);
        }
    }
}
