package ai.igent.maestro.session.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.DescribePageRequest;
import ai.igent.maestro.contracts.internal.DescribeRequest;
import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.contracts.internal.Named;
import ai.igent.maestro.contracts.internal.NamesRequest;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NamesInPagesTest {
    private static final Owner ALICE = Owner.user("alice");

    @Test
    void readsOnToTheLastPage() {
        for (int count : new int[]{0, 1, 2499, 2500, 2501, 10_000}) {
            var service = new Service(count);

            List<Candidate> all = new NamesInPages(service, ALICE).all().await().indefinitely();

            assertThat(all).hasSize(count).extracting(Candidate::id).doesNotHaveDuplicates();
            assertThat(service.asked).hasSize(count / 2500 + 1).allMatch(question -> question.owner().equals(ALICE));
        }
    }

    @Test
    void putsBackWhatIsUsual() {
        Candidate found = new NamesInPages(new Service(1), ALICE).all().await().indefinitely().getFirst();

        assertThat(found.variable().text()).isEqualTo("NAME_0");
        assertThat(found.kind()).isEqualTo(SecretKind.ENV);
        assertThat(found.isActivatable()).isTrue();
        assertThat(found.owner()).isEqualTo(ALICE);
    }

    @Test
    void moreThanCanBeLookedThroughIsRefused() {
        assertThat(new NamesInPages(new Service(50_000), ALICE).all().await().indefinitely()).hasSize(50_000);
        assertThatThrownBy(() -> new NamesInPages(new Service(60_000), ALICE).all().await().indefinitely())
                .isInstanceOf(CandidateFailure.TooMany.class);
    }

    @Test
    void aServiceThatGoesInCirclesIsNotFollowed() {
        var service = new Service(10_000) {
            @Override
            public Uni<Named> names(NamesRequest request) {
                return super.names(new NamesRequest(request.owner(), null, request.limit()));
            }
        };

        assertThatThrownBy(() -> new NamesInPages(service, ALICE).all().await().indefinitely()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPageThatIsMissingIsNoHalfList() {
        var service = new Service(10_000) {
            @Override
            public Uni<Named> names(NamesRequest request) {
                return request.after() == null ? super.names(request) : Uni.createFrom().failure(new IllegalStateException("away"));
            }
        };

        assertThatThrownBy(() -> new NamesInPages(service, ALICE).all().await().indefinitely()).hasMessage("away");
    }

    private static class Service implements Descriptions {
        private final List<Named.Item> all;
        private final List<NamesRequest> asked = new ArrayList<>();

        private Service(int count) {
            this.all = IntStream.range(0, count)
                    .mapToObj(number -> new Named.Item("sec_%032x".formatted(number), "NAME_" + number, null, null,
                            null, null, null, null, 1, null))
                    .toList();
        }

        @Override
        public Uni<Named> names(NamesRequest request) {
            asked.add(request);
            return Uni.createFrom()
                    .item(new Named(all.stream().filter(item -> request.after() == null || item.id().compareTo(request.after()) > 0)
                            .limit(request.limit()).toList()));
        }

        @Override
        public Uni<Described> describe(DescribeRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Described> page(DescribePageRequest request) {
            throw new UnsupportedOperationException();
        }
    }
}
