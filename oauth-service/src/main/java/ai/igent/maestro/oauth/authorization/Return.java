package ai.igent.maestro.oauth.authorization;

import java.util.Optional;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.oauth.provider.ProviderKey;
import ai.igent.maestro.web.identity.Caller;

/** A person who comes back from a provider, with what the browser brought along. */
record Return(ProviderKey provider, ProviderAnswer answer, Optional<BrowserSecret> browser, Caller.Person person, Originator originator) {
    boolean isFrom(String browserHash) {
        return browser.filter(secret -> secret.matches(browserHash)).isPresent();
    }
}
