type Pending<Result> = { resolve: (result: Result) => void; reject: (cause: unknown) => void };

export type WorkerRequest<Input> = { requestId: number; input: Input };
export type WorkerAnswer<Result> = { requestId: number; result: Result };

/**
 * Calls to a worker as promises. The worker starts with the first call; when it breaks, everything that waits for it
 * is rejected and the next call starts a new one.
 */
export function createWorkerClient<Input, Result>(
  startWorker: () => Worker,
): (input: Input) => Promise<Result> {
  const pending = new Map<number, Pending<Result>>();
  let worker: Worker | null = null;
  let lastRequestId = 0;

  function start(): Worker {
    const started = startWorker();
    started.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer<Result>>) => {
      pending.get(data.requestId)?.resolve(data.result);
      pending.delete(data.requestId);
    });
    started.addEventListener('error', (event) => {
      for (const { reject } of pending.values()) reject(event);
      pending.clear();
      started.terminate();
      worker = null;
    });
    return started;
  }

  return (input) => {
    worker ??= start();
    const running = worker;
    lastRequestId += 1;
    const request: WorkerRequest<Input> = { requestId: lastRequestId, input };
    return new Promise((resolve, reject) => {
      pending.set(request.requestId, { resolve, reject });
      running.postMessage(request);
    });
  };
}
