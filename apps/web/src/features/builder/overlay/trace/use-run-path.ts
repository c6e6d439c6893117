import type { endpoints, ResponseOf, RunStep } from '@instaflow/contracts';
import { useEffect, useMemo } from 'react';
import { useRun } from '../../../runs/api/use-run';
import { useBuilderSession } from '../../state/builder-context';
import { findEnd } from './find-end';

/** A run of a thousand steps has at most this many pages of turns that are read without being asked for. */
const maxPages = 10;

type LoadedRun = ResponseOf<typeof endpoints.getRun>;

/** A run with all its turns. `steps` are those in this flow, `version` is the one of this flow it walked. */
export type RunPath = {
  run: LoadedRun;
  turns: LoadedRun['turns'];
  steps: RunStep[];
  end: ReturnType<typeof findEnd>;
  version: number | null;
};

/** A run and which of its steps are in this flow. */
export function useRunPath(runId: string) {
  const { flowId } = useBuilderSession();
  const query = useRun(runId);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, isError } = query;
  const isShort = (data?.pages.length ?? 0) < maxPages;
  useEffect(() => {
    if (hasNextPage && isShort && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isShort, isFetchingNextPage, isError, fetchNextPage]);
  const path = useMemo((): RunPath | null => {
    const run = data?.pages[0];
    if (!run) return null;
    const turns = data.pages.flatMap((page) => page.turns).filter(({ steps }) => steps.length > 0);
    const steps = turns.flatMap((turn) => turn.steps).filter((step) => step.flowId === flowId);
    return { run, turns, steps, end: findEnd(run, flowId), version: versionOf({ run, steps, flowId }) };
  }, [data, flowId]);
  return { query, path };
}

/** The version of this flow the run stands in, else the one it last walked; null when it was never here. */
function versionOf({
  run,
  steps,
  flowId,
}: Pick<RunPath, 'run' | 'steps'> & { flowId: string }): number | null {
  if (run.standsAt.flowId === flowId) return run.standsAt.version;
  return steps.at(-1)?.version ?? (run.flowId === flowId ? run.version : null);
}
