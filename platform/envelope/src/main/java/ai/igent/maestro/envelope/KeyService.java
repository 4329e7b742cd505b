package ai.igent.maestro.envelope;

/** The one key service of this process, behind both its ports. */
public record KeyService(DataKeys dataKeys, WrappingKey wrappingKey) {
    public static <S extends DataKeys & WrappingKey> KeyService of(S service) {
        return new KeyService(service, service);
    }
}
