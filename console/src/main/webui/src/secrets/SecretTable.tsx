import { Box, Table } from '@mantine/core';
import type { Secret } from '../api/vault';
import { SecretRow } from './SecretRow';
import classes from './SecretTable.module.css';

const COLUMNS = ['Name', 'Integration', 'Environment', 'Kind', 'Owner', 'Status', 'Version', 'Updated'];

export function SecretTable({ secrets }: { secrets: Secret[] }) {
  return (
    <Box role="region" aria-label="Your secrets" tabIndex={0} className={classes.scroll}>
      <Table verticalSpacing="sm" horizontalSpacing="lg" highlightOnHover className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {secrets.map((secret) => (
            <SecretRow key={secret.id} secret={secret} />
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}
