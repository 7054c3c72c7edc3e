// Names by which the server keeps the plans of the statements that come again. Bounded: text that varies without end
// (lists of parameters) is planned each time instead of filling the server's memory.

const LIMIT = 300;
/** For `pg`: planned and forgotten. */
const UNNAMED = '';

export const statementNames = (): ((query: { readonly sql: string }) => string) => {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= LIMIT) return UNNAMED;
    const name = `mijote_${names.size}`;
    names.set(sql, name);
    return name;
  };
};
