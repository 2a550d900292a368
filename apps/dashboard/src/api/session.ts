import { strings } from '../strings/en';

/** Exchanges the access token for a session cookie, which no script can read; answers why it did not work, or null. */
export async function startSession(token: string): Promise<string | null> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1' },
    body: JSON.stringify({ token }),
  }).catch(() => null);
  if (response?.ok) return null;
  if (response?.status === 401) return strings.signIn.wrong;
  return response?.status === 429 ? strings.signIn.tooMany : strings.errors.unreachable;
}
