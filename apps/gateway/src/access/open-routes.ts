const GUARDED = ['/graphql', '/images', '/upload', '/labels', '/metrics'];

/**
 * Whether a route may be seen without signing in: the dashboard's own files, signing in and the health checks. Asked
 * with the route that answers and not with the address that was sent, which has many spellings; none when no route
 * answers.
 */
export function isOpenRoute(method: string, route: string | undefined): boolean {
  if (route === undefined) return false;
  if (route === '/session') return true;
  if (method !== 'GET' && method !== 'HEAD') return false;
  return !GUARDED.some((guarded) => route === guarded || route.startsWith(`${guarded}/`));
}
