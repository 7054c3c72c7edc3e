// A platform's own limit: so many calls at once, then so many a second; who asks too soon is told how long to wait.
export interface Rate {
  readonly perSecond: number;
  /** As many as may come at once; one second's worth, unless said otherwise. */
  readonly burst?: number;
}

export interface RateLimit {
  /** Undefined: it may come in; else how many seconds to wait. */
  refusal(): number | undefined;
  /** How many were refused. */
  readonly refused: () => number;
}

export const rateLimit = ({ perSecond, burst = perSecond }: Rate): RateLimit => {
  let [left, at, refused] = [burst, performance.now(), 0];
  return {
    refusal: () => {
      const now = performance.now();
      left = Math.min(burst, left + ((now - at) / 1000) * perSecond);
      at = now;
      if (left >= 1) {
        left -= 1;
        return undefined;
      }
      refused += 1;
      return (1 - left) / perSecond;
    },
    refused: () => refused,
  };
};
