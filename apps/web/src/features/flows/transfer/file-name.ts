/** A name for a file of flows that every file system takes. */
export function fileName(names: readonly string[]): string {
  const [first = 'flows'] = names;
  const words = first
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const name = words || 'flow';
  return names.length > 1 ? `${name}-and-${names.length - 1}-more.flows.json` : `${name}.flows.json`;
}
