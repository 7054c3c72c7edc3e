// After a lost connection, Discord sends again what it is not sure that we had.

/** True the first time that it is given an id, among the last ones. */
export const firstTime = (most = 1_000): ((id: string) => boolean) => {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    const [oldest] = seen;
    if (seen.size > most && oldest !== undefined) seen.delete(oldest);
    return true;
  };
};
