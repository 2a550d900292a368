const GUARDED = ['/graphql', '/images', '/upload', '/metrics'];

/** Whether a path may be seen without signing in: the dashboard's own files, signing in and the health checks. */
export function isOpenPath(method: string, url: string): boolean {
  const path = url.split('?', 1)[0];
  if (path === '/session') return true;
  if (method !== 'GET' && method !== 'HEAD') return false;
  return !GUARDED.some((guarded) => path === guarded || path.startsWith(`${guarded}/`));
}
