import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { newQueryClient } from '../api/queries';
import { App } from '../App';
import { theme } from '../theme/theme';

/** The whole page, opened at an address. */
export function open(address: string) {
  const queries = newQueryClient();
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retryDelay: 1 } });
  return render(
    <MantineProvider env="test" theme={theme}>
      <QueryClientProvider client={queries}>
        <MemoryRouter initialEntries={[address]}>
          <App />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
}
