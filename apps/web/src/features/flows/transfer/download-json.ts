/** Hands a document to the person as a file. */
export function downloadJson(fileName: string, document: unknown): void {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(document, null, 2)], { type: 'application/json' }),
  );
  const link = window.document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken the address over by the next task; before that Safari would save nothing.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
