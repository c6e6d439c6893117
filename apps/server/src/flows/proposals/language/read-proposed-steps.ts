import { z } from 'zod';
import { checkProposal } from './check-proposal';
import { proposedStepsSchema, type ProposedSteps } from './proposed-steps';

export type ReadSteps = { ok: true; steps: ProposedSteps } | { ok: false; problems: string[] };

const maxProblems = 20;

/** Reads what a model answered. What is wrong is said in words it can mend its answer by. */
export function readProposedSteps(text: string): ReadSteps {
  const json = parseJson(text);
  if (json === undefined) return { ok: false, problems: ['The answer is not JSON.'] };
  const parsed = proposedStepsSchema.safeParse(json);
  const problems = parsed.success
    ? checkProposal(parsed.data)
    : parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'answer'}: ${message}`);
  if (!parsed.success || problems.length > 0) return { ok: false, problems: problems.slice(0, maxProblems) };
  return { ok: true, steps: parsed.data };
}

function parseJson(text: string): unknown {
  // Models that are not held to JSON like to put it between fences.
  const bare = text.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, '');
  try {
    return JSON.parse(bare);
  } catch {
    return undefined;
  }
}

/**
 * The schema of an answer, in the part of JSON Schema that strict structured outputs take: no lengths of texts, and
 * `anyOf` for alternatives. What is left out here is checked when the answer is read.
 */
export function describeAnswer(): { name: string; schema: Record<string, unknown> } {
  const { $schema: _, ...schema } = z.toJSONSchema(proposedStepsSchema, {
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      const { oneOf } = jsonSchema;
      if (oneOf) jsonSchema.anyOf = oneOf;
      delete jsonSchema.oneOf;
      delete jsonSchema.minLength;
      delete jsonSchema.maxLength;
    },
  });
  return { name: 'proposed_steps', schema };
}
