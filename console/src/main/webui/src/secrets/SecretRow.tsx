import { Table } from '@mantine/core';
import type { Secret } from '../api/vault';
import { Ago } from './Ago';
import { EnvironmentBadge } from './EnvironmentBadge';
import { Integration } from './Integration';
import { OwnerName } from './OwnerName';
import { SecretName } from './SecretName';
import { StatusBadge } from './StatusBadge';

const KINDS = { env: 'Variable', file: 'File', variable: 'Plain variable' };

export function SecretRow({ secret }: { secret: Secret }) {
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <SecretName secret={secret} />
      </Table.Th>
      <Table.Td data-column="Integration">
        <Integration integration={secret.integration} account={secret.account} />
      </Table.Td>
      <Table.Td data-column="Environment">
        <EnvironmentBadge environment={secret.environment} />
      </Table.Td>
      <Table.Td data-column="Kind">{KINDS[secret.kind]}</Table.Td>
      <Table.Td data-column="Owner">
        <OwnerName owner={secret.owner} />
      </Table.Td>
      <Table.Td data-column="Status">
        <StatusBadge status={secret.status} />
      </Table.Td>
      <Table.Td data-column="Version">{`v${secret.version}`}</Table.Td>
      <Table.Td data-column="Updated">
        <Ago time={secret.updatedAt} />
      </Table.Td>
    </Table.Tr>
  );
}
