package ai.igent.maestro.session.standing;

import jakarta.persistence.Converter;

import ai.igent.maestro.session.request.JsonColumn;
import ai.igent.maestro.session.request.Proposal;

/** The stored form of what was agreed to. */
@Converter
class ProposalJson extends JsonColumn<Proposal> {
    ProposalJson() {
        super(Proposal.class);
    }
}
