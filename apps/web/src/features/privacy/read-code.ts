/** The code somebody pasted, without the blanks around it; null when it cannot be one. A spec keeps it equal to the contract. */
export function readCode(text: string): string | null {
  const code = text.trim();
  return /^[A-Za-z0-9_-]{16,64}$/.test(code) ? code : null;
}
