/** A short id that no other node of a flow will have. */
export function newNodeId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(5));
  return `node_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
