/** `day` as `YYYY-MM-DD`, `type` as MIME type: "Spring sale 2026-04-02.gif". */
export function nameRecording({ name, day, type }: { name: string; day: string; type: string }): string {
  const extension = /\/(\w+)/.exec(type)?.[1] ?? 'bin';
  // What file systems of Windows, macOS or Linux do not take.
  const safe = name.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim();
  return `${safe === '' ? 'conversation' : safe} ${day}.${extension}`;
}
