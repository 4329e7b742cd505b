package ai.igent.maestro.oauth.release;

import java.util.ArrayList;
import java.util.List;

import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.oauth.connection.Connection;
import ai.igent.maestro.oauth.connection.ConnectionStatus;

/** What whoever activates a connection should know of it. */
final class ConnectionWarnings {
    private ConnectionWarnings() {}

    static List<Described.Warning> of(Connection connection, ConnectionStatus status) {
        List<Described.Warning> warnings = new ArrayList<>();
        List<String> missing = missingScopes(connection);
        if (!missing.isEmpty())
            warnings.add(new Described.Warning("scopes-narrow",
                    "The account granted less than was asked for: " + String.join(", ", missing) + "."));
        if (status == ConnectionStatus.DEGRADED)
            warnings.add(new Described.Warning("degraded", "The token could not be renewed at the last try; it is tried again."));
        return warnings;
    }

    private static List<String> missingScopes(Connection connection) {
        List<String> missing = new ArrayList<>(connection.requestedScopes().toList());
        connection.grantedScopes().ifPresentOrElse(granted -> missing.removeAll(granted.toList()), missing::clear);
        return missing;
    }
}
