import { Group, Text } from '@mantine/core';
import { IconBuilding, IconUser } from '@tabler/icons-react';
import type { Owner } from '../api/vault';
import { useMe } from '../frame/useMe';

/** Whose secret it is: the user's own, or an organization's. */
export function OwnerName({ owner }: { owner: Owner }) {
  const { data: me } = useMe();
  const Icon = owner.kind === 'organization' ? IconBuilding : IconUser;
  return (
    <Group gap={6} wrap="nowrap">
      <Icon size={15} stroke={1.6} aria-label={owner.kind === 'organization' ? 'Organization' : 'Person'} />
      <Text size="sm">{owner.kind === 'user' && owner.id === me?.id ? 'You' : owner.id}</Text>
    </Group>
  );
}
