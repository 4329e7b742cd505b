package ai.igent.maestro.audit.chain;

/** The end of one chain. Only who holds the lock of its row may append. */
record ChainHead(int partition, long sequence, byte[] hash) {
    /** The end of a chain whose last entry is {@code event}. */
    static ChainHead at(AuditEvent event) {
        return new ChainHead(event.partition(), event.sequence(), event.hash());
    }
}
