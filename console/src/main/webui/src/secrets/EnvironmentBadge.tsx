import { Badge } from '@mantine/core';
import { Nothing } from './Nothing';

const COLORS: Record<string, string> = { production: 'red', staging: 'amber', development: 'blue' };

export function EnvironmentBadge({ environment }: { environment?: string | null }) {
  if (!environment) return <Nothing />;
  return (
    <Badge variant="light" color={COLORS[environment] ?? 'gray'} tt="none" fw={550}>
      {environment}
    </Badge>
  );
}
