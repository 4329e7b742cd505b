package ai.igent.maestro.session.grant;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.contracts.internal.GrantAnswers;
import ai.igent.maestro.contracts.internal.ResolveRequests;
import ai.igent.maestro.grants.GrantClaims;
import ai.igent.maestro.grants.GrantSigner;
import ai.igent.maestro.grants.SigningKey;

/** Signs grants for several sessions: where they may, as many together as an owner is asked against in one call. */
@ApplicationScoped
class SignTogether {
    /** Keeps what is signed well under the length up to which the injector asks for several grants together. */
    private static final int MOST_ITEMS = 64;

    private final GrantSigner signer;

    SignTogether(GrantSigner signer) {
        this.signer = signer;
    }

    /** {@code grants}: by the place of their answer. */
    List<GrantAnswers.Shared> of(SortedMap<Integer, GrantClaims> grants, boolean together, SigningKey key) {
        List<Sheet> sheets = new ArrayList<>();
        grants.forEach((place, grant) -> {
            if (sheets.isEmpty() || !together || !sheets.getLast().hasRoomFor(grant)) sheets.add(new Sheet());
            sheets.getLast().add(place, grant);
        });
        return sheets.stream().map(sheet -> new GrantAnswers.Shared(sign(sheet.grants, key), sheet.places)).toList();
    }

    private String sign(List<GrantClaims> grants, SigningKey key) {
        return grants.size() == 1 ? signer.sign(grants.getFirst(), key) : signer.signTogether(grants, key);
    }

    private static final class Sheet {
        private final List<Integer> places = new ArrayList<>();
        private final List<GrantClaims> grants = new ArrayList<>();

        /** A session that asks twice has two sheets: in one, which of its grants is meant could not be said. */
        boolean hasRoomFor(GrantClaims grant) {
            return grants.size() < ResolveRequests.MOST && items() + grant.items().size() <= MOST_ITEMS
                    && grants.stream().noneMatch(other -> other.session().equals(grant.session()));
        }

        void add(int place, GrantClaims grant) {
            places.add(place);
            grants.add(grant);
        }

        private int items() {
            return grants.stream().mapToInt(grant -> grant.items().size()).sum();
        }
    }
}
