package ai.igent.maestro.test;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Gives the service under test a real Vault instead of its local key ring. A field of type {@link PreparedVault} with {@link RealVault.Injected} holds
 * it.
 *
 * <p>Use: {@code @WithTestResource(value = RealVault.class, initArgs = @ResourceArg(name = "service", value = "vault-service"))}.
 */
public class RealVault implements QuarkusTestResourceLifecycleManager {
    private String service;
    private PreparedVault vault;

    /** Marks the field. */
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Injected {
    }

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.get("service");
    }

    @Override
    public Map<String, String> start() {
        vault = new PreparedVault();
        return vault.appRole(service);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(vault, new TestInjector.AnnotatedAndMatchesType(Injected.class, PreparedVault.class));
    }

    @Override
    public void stop() {
        if (vault != null)
            vault.close();
    }
}
