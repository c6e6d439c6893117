const pauseMs = 100;
const giveUpMs = 120_000;

/**
 * A load that sends again what was not answered with 200, as Meta does. `refusals` counts those answers; the time of an
 * event runs on meanwhile.
 */
export const persistent = (load) => {
  let refusals = 0;
  const sendUntilTaken = async (event) => {
    const deadline = performance.now() + giveUpMs;
    for (;;) {
      try {
        return await load.send(event);
      } catch (error) {
        if (performance.now() > deadline) throw error;
        refusals += 1;
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  };
  return {
    refusals: () => refusals,
    closedLoop: async (events, concurrency) => {
      const left = [...events];
      const worker = async () => {
        while (left.length > 0) await sendUntilTaken(left.shift());
      };
      await Promise.all(Array.from({ length: concurrency }, worker));
    },
    /** Answers when each event was due. */
    openLoop: async (events, perSecond) => {
      const begin = performance.now() + 50;
      const dues = events.map((_, index) => begin + (index * 1000) / perSecond);
      await Promise.all(
        events.map(async (event, index) => {
          await new Promise((resolve) => setTimeout(resolve, Math.max(0, dues[index] - performance.now())));
          await sendUntilTaken(event);
        }),
      );
      return dues;
    },
  };
};
