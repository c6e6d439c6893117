/** As the server has it; its schema would weigh more than the dialog. */
export const maxWords = 2_000;

const kept = new Map<string, string>();

/** What was described in each flow, as long as the page lives: closing the dialog or discarding the steps loses nothing. */
export const keptWords = {
  read: (flowId: string): string => kept.get(flowId) ?? '',
  keep: (flowId: string, words: string): void => {
    if (words.trim() === '') kept.delete(flowId);
    else kept.set(flowId, words);
  },
  forget: (flowId: string): void => void kept.delete(flowId),
};
