import { createHmac, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import { loadOrCreateAccessToken } from './token-file';

/** What an access decision looks at; header values as Node gives them. */
export interface AccessRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface AccessOptions {
  /** The address that is listened on. */
  readonly host: string;
  readonly tokenFile: string;
  /** Further names by which browsers may come. */
  readonly allowedHosts?: readonly string[];
}

export type Refusal = 'foreign-host' | 'foreign-origin' | 'no-token';

export const SESSION_COOKIE = 'kindred-session';
/** How long a sign-in lasts, in seconds. */
export const SESSION_SECONDS = 90 * 24 * 3600;

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '::1'];
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Who may use the gateway. On a loopback address everybody on this computer may, as long as a browser really meant
 * this address: names that others make point here (DNS rebinding) and requests from other sites are refused. On any
 * other address a token is needed too, as `Authorization: Bearer …` or as the session that it was exchanged for.
 */
export class AccessControl {
  private constructor(
    private readonly host: string,
    private readonly allowedHosts: ReadonlySet<string>,
    /** Null when none is needed. */
    readonly token: string | null,
  ) {}

  static async open({ host, tokenFile, allowedHosts = [] }: AccessOptions): Promise<AccessControl> {
    const names = new Set([...LOOPBACK_NAMES, host, ...allowedHosts].map((name) => name.toLowerCase()));
    return new AccessControl(host, names, isLoopback(host) ? null : await loadOrCreateAccessToken(tokenFile));
  }

  /** The address for people, `http://127.0.0.1:4310`. */
  urlOf(port: number): string {
    const shown = this.host === '0.0.0.0' || this.host === '::' ? '127.0.0.1' : this.host;
    return `http://${isIP(shown) === 6 ? `[${shown}]` : shown}:${port}`;
  }

  /** Why a request is refused whoever sends it; null when it is not. */
  refusal({ method, headers }: AccessRequest): Extract<Refusal, 'foreign-host' | 'foreign-origin'> | null {
    const host = single(headers['host']);
    // With a token, the name does not matter: pages of other sites have no session here.
    if (this.token === null && !this.allowedHosts.has(nameOf(host))) return 'foreign-host';
    const origin = single(headers['origin']);
    const isUpgrade = single(headers['upgrade']) !== '';
    if (
      origin !== '' &&
      (isUpgrade || !SAFE_METHODS.has(method)) &&
      authorityOf(origin) !== host.toLowerCase()
    ) {
      return 'foreign-origin';
    }
    return null;
  }

  /** Whether the request may see the library. */
  isAuthorised({ headers }: AccessRequest, session: string | undefined): boolean {
    if (this.token === null) return true;
    const bearer = /^Bearer (.+)$/.exec(single(headers['authorization']))?.[1];
    return (
      (bearer !== undefined && this.accepts(bearer)) ||
      (session !== undefined && this.acceptsSession(session))
    );
  }

  accepts(token: string): boolean {
    return this.token !== null && equal(token, this.token);
  }

  /** A value for the session cookie; it does not reveal the token and ends by itself. */
  newSession(now = Date.now()): string {
    const expires = String(Math.floor(now / 1000) + SESSION_SECONDS);
    return `${expires}.${this.sign(expires)}`;
  }

  private acceptsSession(session: string): boolean {
    const [expires = '', signature = ''] = session.split('.');
    return Number(expires) * 1000 > Date.now() && equal(signature, this.sign(expires));
  }

  private sign(text: string): string {
    return createHmac('sha256', this.token ?? '')
      .update(`kindred session ${text}`)
      .digest('base64url');
  }
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function single(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** The name in `name:port` or `[::1]:port`. */
function nameOf(host: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(host);
  return (bracketed?.[1] ?? host.replace(/:\d+$/, '')).toLowerCase();
}

function authorityOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host.toLowerCase() : '';
}

/** Compares digests, so that neither length nor content shows in the time it takes. */
function equal(one: string, other: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'kindred comparison').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
