// Work that is done once at a time: whoever asks for it meanwhile has it done once more, and waits for that.

export interface Rounds {
  go(): Promise<void>;
  /** Begins no more. Waits for what is under way. */
  stop(): Promise<void>;
}

export const createRounds = (work: (isStopped: () => boolean) => Promise<void>): Rounds => {
  let round: Promise<void> | undefined;
  let isAskedAgain = false;
  let isStopped = false;

  const goRound = async (): Promise<void> => {
    try {
      while (isAskedAgain && !isStopped) {
        isAskedAgain = false;
        await work(() => isStopped);
      }
    } finally {
      round = undefined;
    }
  };

  return {
    go: () => {
      isAskedAgain = true;
      round ??= goRound();
      return round;
    },
    stop: async () => {
      isStopped = true;
      await round;
    },
  };
};
