import { Group, Skeleton, Stack } from '@mantine/core';

const ROWS = [220, 260, 180, 240, 200, 230];
const COLUMNS = [90, 80, 70, 70, 90];

/** The outline of the table while it is asked for. */
export function SecretsLoading() {
  return (
    <Stack gap={36} p="xl" mih={340} role="status" aria-label="Loading your secrets">
      {ROWS.map((name, row) => (
        <Group key={row} justify="space-between" wrap="nowrap">
          <Skeleton height={12} width={name} />
          {COLUMNS.map((width, column) => (
            <Skeleton key={column} height={12} width={width} visibleFrom="sm" />
          ))}
        </Group>
      ))}
    </Stack>
  );
}
