import { useQuery } from '@tanstack/react-query';
import { consoleApi } from '../api/console';
import { orTrouble } from '../api/orTrouble';

/** Who is signed in. */
export function useMe() {
  return useQuery({ queryKey: ['me'], queryFn: ({ signal }) => orTrouble(consoleApi.GET('/api/me', { signal })), staleTime: Infinity });
}
