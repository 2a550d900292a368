import { useState, type FormEvent } from 'react';
import { startSession } from '../api/session';
import { strings } from '../strings/en';
import { Logo } from './shell';
import { useTitle } from './use-title';
import './sign-in.css';

/** Asks for the access token where Kindred is open to the network. */
export function SignIn() {
  useTitle(strings.signIn.title);
  const [token, setToken] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const found = await startSession(token.trim());
    // Every view starts anew with the session, the live connection too.
    if (found === null) location.reload();
    setProblem(found);
    setBusy(false);
  };
  return (
    <main className="sign-in">
      <form className="sign-in__card" onSubmit={(event) => void submit(event)}>
        <Logo />
        <h1>{strings.signIn.title}</h1>
        <p className="soft">{strings.signIn.text}</p>
        <label className="sign-in__field">
          {strings.signIn.field}
          <input
            className="field"
            type="password"
            autoComplete="current-password"
            autoFocus
            required
            value={token}
            aria-invalid={problem !== null}
            onChange={(event) => setToken(event.target.value)}
          />
        </label>
        {problem !== null && (
          <p role="alert" className="sign-in__problem">
            {problem}
          </p>
        )}
        <button className="button button--primary" disabled={busy || token.trim() === ''}>
          {strings.signIn.submit}
        </button>
      </form>
    </main>
  );
}
