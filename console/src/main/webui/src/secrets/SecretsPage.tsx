import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useSearchParams } from 'react-router';
import { FilterTooLong } from './FilterTooLong';
import { SecretFilter } from './SecretFilter';
import { SecretList } from './SecretList';
import { LONGEST_FILTER } from './useSecrets';

const TYPING_PAUSE_MS = 200;

/** All secrets of the user, by what describes them. Values are never shown here. */
export default function SecretsPage() {
  const [search, setSearch] = useSearchParams();
  const filter = search.get('filter') ?? '';
  const [settled] = useDebouncedValue(filter.trim(), TYPING_PAUSE_MS);
  const setFilter = (text: string) => setSearch(text ? { filter: text } : {}, { replace: true });
  const clear = () => setFilter('');
  return (
    <Stack gap="lg">
      <title>Secrets · Maestro Secrets</title>
      <Group justify="space-between" align="end">
        <Stack gap={4}>
          <Title order={1} size="h2">
            Secrets
          </Title>
          <Text c="dimmed">Sealed when you register them. A session receives one only after you confirm it.</Text>
        </Stack>
        <SecretFilter value={filter} onChange={setFilter} />
      </Group>
      <Paper withBorder radius="lg" shadow="xs">
        {settled.length > LONGEST_FILTER ? <FilterTooLong onClear={clear} /> : <SecretList filter={settled} onClear={clear} />}
      </Paper>
    </Stack>
  );
}
