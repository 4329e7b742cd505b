import { Trouble } from './Trouble';

/** `fetch` as this page uses it: proves to the console that the page itself is calling, and signs in again when the sign-in is over. */
export async function pageFetch(request: Request): Promise<Response> {
  request.headers.set('X-Requested-With', 'JavaScript');
  const response = await fetch(request).catch(() => {
    throw Trouble.unreachable();
  });
  if (response.status === 401 && (await isSignedOut(response.clone()))) window.location.reload();
  return response;
}

/** The console's own 401. A service's 401 is not cured by signing in again. */
async function isSignedOut(response: Response): Promise<boolean> {
  const body: unknown = await response.json().catch(() => null);
  return typeof body === 'object' && body !== null && 'code' in body && body.code === 'signed-out';
}
