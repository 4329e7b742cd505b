import { Badge } from '@mantine/core';
import type { Secret } from '../api/vault';

const STATUSES = {
  active: { label: 'Active', color: 'pine' },
  compromised: { label: 'Compromised', color: 'red' },
  expired: { label: 'Expired', color: 'amber' },
  deleted: { label: 'Deleted', color: 'gray' },
};

export function StatusBadge({ status }: { status: Secret['status'] }) {
  const { label, color } = STATUSES[status];
  return (
    <Badge variant="dot" color={color} size="lg" px={0} bd="none" bg="transparent" tt="none" fw={400} fz="sm">
      {label}
    </Badge>
  );
}
