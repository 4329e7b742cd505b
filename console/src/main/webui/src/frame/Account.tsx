import { Avatar, Button, Group, Text } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useMe } from './useMe';

/** Who is signed in, and the way out. */
export function Account() {
  const { data: person } = useMe();
  return (
    <Group gap="sm" wrap="nowrap">
      {person && (
        <Group gap="xs" wrap="nowrap" role="group" aria-label={`Signed in as ${person.name}`}>
          <Avatar name={person.name} color="pine" size={30} aria-hidden />
          <Text size="sm" fw={500} visibleFrom="xs">
            {person.name}
          </Text>
        </Group>
      )}
      <Button component="a" href="/logout" variant="default" size="xs" leftSection={<IconLogout size={15} stroke={1.7} aria-hidden />}>
        Sign out
      </Button>
    </Group>
  );
}
