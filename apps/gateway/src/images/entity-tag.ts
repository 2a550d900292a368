/** Whether an `If-None-Match` header says that its sender has this already; proxies that compress weaken tags. */
export function isKnown(etag: string, header: string | undefined): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
}
