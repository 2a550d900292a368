/** The user that owns nothing. */
const NOBODY = 65_534;

/** Does something as a user whom file permissions hold back: root, as which containers run tests, may read anything. */
export async function unprivileged<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid!(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid!(0);
  }
}
