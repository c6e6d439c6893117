export type JsonFault = { line: number; column: number };

/** Where a text stops being JSON, counted from 1; null when it is JSON or the browser does not say where. */
export function findJsonFault(text: string): JsonFault | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof SyntaxError ? readFault(error.message, text) : null;
  }
}

/** Chromium names a position, Firefox line and column, and both the end of the text in words. */
function readFault(message: string, text: string): JsonFault | null {
  const named = /line (\d+) column (\d+)/.exec(message);
  if (named) return { line: Number(named[1]), column: Number(named[2]) };
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return toPlace(text, Number(position));
  return /end of/i.test(message) ? toPlace(text, text.length) : null;
}

function toPlace(text: string, position: number): JsonFault {
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
