import { Group, Image, Text } from '@mantine/core';

export function Brand() {
  return (
    <Group gap="sm" wrap="nowrap">
      <Image src="/favicon.svg" alt="" w={28} h={28} />
      <Text fw={650} size="lg" visibleFrom="xs">
        Maestro Secrets
      </Text>
    </Group>
  );
}
