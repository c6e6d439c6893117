import type { SavedFlowTest } from '@instaflow/contracts';
import type { FlowTestEntity } from '@instaflow/db';
import { flowTestSchema } from '@instaflow/flow-model';

/** Saved conversations as the API shows them; one that cannot be read any more is left out. */
export function toSavedTests(tests: readonly FlowTestEntity[]): SavedFlowTest[] {
  return tests.flatMap(({ id, flowId, test, createdAt, updatedAt }) => {
    const parsed = flowTestSchema.safeParse(test);
    if (!parsed.success) return [];
    return {
      testId: id,
      flowId,
      test: parsed.data,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    };
  });
}
