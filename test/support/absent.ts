/** A room that the test never enters: whoever does breaks it. */
export const absent = <T extends object>(name: string): T => {
  const door: ProxyHandler<object> = {
    get: (_, property) => {
      throw new Error(`${name}.${String(property)} is not asked here`);
    },
  };
  return new Proxy({}, door) as T;
};
