import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { orTrouble } from '../api/orTrouble';
import { vault } from '../api/vault';

const PAGE_SIZE = 100;

/** What the service looks for at most, in characters. */
export const LONGEST_FILTER = 200;

/** The secrets that match `filter`, page after page. While another filter is looked up, the rows of the last one stay. */
export function useSecrets(filter: string) {
  return useInfiniteQuery({
    queryKey: ['secrets', filter],
    queryFn: ({ pageParam, signal }) =>
      orTrouble(
        vault.GET('/v1/secrets', {
          params: { query: { query: filter || undefined, limit: PAGE_SIZE, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
    select: (pages) => pages.pages.flatMap((page) => page.items),
  });
}
