import { QueryClient } from '@tanstack/react-query';
import { Trouble } from './Trouble';

const PASSING = [0, 429, 503];
const RETRIES = 2;

/** Asks again only where asking again can help. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, trouble) => failures < RETRIES && trouble instanceof Trouble && PASSING.includes(trouble.status),
      },
    },
  });
}
