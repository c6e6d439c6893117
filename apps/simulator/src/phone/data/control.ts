/** Calls the control API. Throws with the simulator's own sentence when it refuses. */
export async function control<Result>(method: string, path: string, body?: unknown): Promise<Result> {
  const response = await fetch(`/_control${path}`, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  // The page and the simulator are one program: the shape is known, so it is not checked again.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment
  const answer: Result & { error?: string } = await response.json();
  if (!response.ok) throw new Error(answer.error ?? `The simulator answered ${response.status}.`);
  return answer;
}

export function personPath(accountId: string, igsid: string): string {
  return `/accounts/${accountId}/persons/${igsid}`;
}
