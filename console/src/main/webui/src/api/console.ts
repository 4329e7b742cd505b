import createClient from 'openapi-fetch';
import type { components, paths } from './console.d';
import { pageFetch } from './pageFetch';

export type Person = components['schemas']['Person'];

/** What the console answers itself. */
export const consoleApi = createClient<paths>({ baseUrl: window.location.origin, fetch: pageFetch });
