/** Looks again and again until something holds. */
export const until = async (isTrue: () => boolean | Promise<boolean>, patienceMs = 60_000): Promise<void> => {
  const deadline = Date.now() + patienceMs;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(`not within ${patienceMs} ms: ${isTrue.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
