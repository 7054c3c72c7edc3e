// What cannot wait for ever.

/** What comes of `asked` within that time; after it, `otherwise`. Rejects as `asked` does. */
export const inTime = async <T>(asked: Promise<T>, milliseconds: number, otherwise: T): Promise<T> => {
  const tooLong = Promise.withResolvers<T>();
  const timer = setTimeout(() => tooLong.resolve(otherwise), milliseconds);
  try {
    return await Promise.race([asked, tooLong.promise]);
  } finally {
    clearTimeout(timer);
  }
};
