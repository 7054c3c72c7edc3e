/** A room that the test never enters: whoever does breaks it. */
export const absent = <T extends object>(name: string): T => {
  const door: ProxyHandler<object> = {
    get: (_, property) => {
      throw new Error(`${name}.${String(property)} is not asked here`);
    },
  };
  return new Proxy({}, door) as T;
};

/** A house of these rooms alone. */
export const onlyWith = <T extends object>(rooms: Partial<T>): T =>
  new Proxy(rooms, {
    get: (known, name) => Reflect.get(known, name) ?? absent(String(name)),
  }) as T;
