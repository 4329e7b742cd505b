import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';

interface SecretFilterProps {
  value: string;
  onChange: (value: string) => void;
}

export function SecretFilter({ value, onChange }: SecretFilterProps) {
  return (
    <TextInput
      type="search"
      w={{ base: '100%', sm: 280 }}
      aria-label="Filter secrets"
      placeholder="Filter secrets"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
      rightSection={value && <CloseButton size="sm" aria-label="Clear the filter" onClick={() => onChange('')} />}
    />
  );
}
