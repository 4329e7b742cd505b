import { Button, Center, VisuallyHidden } from '@mantine/core';
import { Trouble } from '../api/Trouble';
import { NoMatch } from './NoMatch';
import { NoSecrets } from './NoSecrets';
import { NotAUser } from './NotAUser';
import { SecretsLoading } from './SecretsLoading';
import { SecretsTrouble } from './SecretsTrouble';
import { SecretTable } from './SecretTable';
import { useSecrets } from './useSecrets';

interface SecretListProps {
  filter: string;
  onClear: () => void;
}

/** The table of secrets, or what stands in its place while there is none. */
export function SecretList({ filter, onClear }: SecretListProps) {
  const secrets = useSecrets(filter);
  if (secrets.isPending) return <SecretsLoading />;
  if (secrets.error instanceof Trouble && secrets.error.status === 403) return <NotAUser />;
  if (secrets.isError) return <SecretsTrouble trouble={secrets.error} onRetry={() => void secrets.refetch()} />;
  if (secrets.data.length === 0) return filter ? <NoMatch filter={filter} onClear={onClear} /> : <NoSecrets />;
  return (
    <>
      <VisuallyHidden role="status">{`${secrets.data.length} ${secrets.data.length === 1 ? 'secret' : 'secrets'} shown`}</VisuallyHidden>
      <SecretTable secrets={secrets.data} />
      {secrets.hasNextPage && (
        <Center p="md">
          <Button variant="default" loading={secrets.isFetchingNextPage} onClick={() => void secrets.fetchNextPage()}>
            Show more
          </Button>
        </Center>
      )}
    </>
  );
}
