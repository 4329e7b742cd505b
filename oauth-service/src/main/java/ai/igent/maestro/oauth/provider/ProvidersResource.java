package ai.igent.maestro.oauth.provider;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What can be connected here. */
@Path("/v1/providers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("**")
class ProvidersResource {
    private final Providers providers;

    ProvidersResource(Providers providers) {
        this.providers = providers;
    }

    @GET
    public Offered list() {
        return new Offered(providers.all().stream().map(ProviderView::of).toList(), null);
    }

    /** All of them: there are few, so {@code next} is always null. */
    record Offered(List<ProviderView> items, String next) {}

    record ProviderView(ProviderKey id, String name, ProviderKind kind, List<ProviderScope> scopes, boolean configured,
            String organization) {
        static ProviderView of(Provider provider) {
            return new ProviderView(provider.key(), provider.name(), provider.kind(), provider.scopes(), provider.isConfigured(), null);
        }
    }
}
