import './theme/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { newQueryClient } from './api/queries';
import { App } from './App';
import { Theme } from './theme/Theme';

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Theme>
        <QueryClientProvider client={newQueryClient()}>
          <BrowserRouter>
            <App />
          </BrowserRouter>
        </QueryClientProvider>
      </Theme>
    </StrictMode>,
  );
