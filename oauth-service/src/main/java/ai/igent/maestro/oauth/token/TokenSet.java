package ai.igent.maestro.oauth.token;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.envelope.SealedValue;
import ai.igent.maestro.vocabulary.ConnectionId;

/** The sealed tokens of one connection's current generation. */
@Entity
@Table(name = "token_set")
public class TokenSet {
    @Id
    private String connectionId;
    private long generation;
    private UUID dataKey;
    private byte[] accessToken;
    private byte[] refreshToken;

    protected TokenSet() {}

    TokenSet(ConnectionId connection, long generation, SealedValue access, Optional<SealedValue> refresh) {
        this.connectionId = connection.text();
        this.generation = generation;
        this.dataKey = access.key().value();
        this.accessToken = access.bytes();
        this.refreshToken = refresh.map(SealedValue::bytes).orElse(null);
    }

    public ConnectionId connection() {
        return new ConnectionId(connectionId);
    }

    public long generation() {
        return generation;
    }

    /** The key both tokens are sealed under. */
    public DataKeyId dataKey() {
        return new DataKeyId(dataKey);
    }

    public boolean has(TokenType type) {
        return type == TokenType.ACCESS || refreshToken != null;
    }

    SealedValue sealed(TokenType type) {
        return new SealedValue(dataKey(), type == TokenType.ACCESS ? accessToken : refreshToken);
    }

    /** Puts the tokens of {@code next} in the place of these. */
    void become(TokenSet next) {
        generation = next.generation;
        dataKey = next.dataKey;
        accessToken = next.accessToken;
        refreshToken = next.refreshToken;
    }
}
