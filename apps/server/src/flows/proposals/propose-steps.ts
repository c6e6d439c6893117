import { randomUUID } from 'node:crypto';
import type { FlowProposal } from '@instaflow/contracts';
import type { FlowDefinition } from '@instaflow/flow-model';
import type { LanguageModel, ModelTurn, ModelUsage } from '../../language-model/create-language-model';
import { unusableAnswer } from '../../language-model/model-failure';
import { toJson } from '../drafts/flow-document';
import { describeSurroundings } from './describe-surroundings';
import { draftingInstructions } from './instructions';
import { buildProposal } from './language/build-proposal';
import { describeAnswer, readProposedSteps } from './language/read-proposed-steps';

/** A step takes 60 to 150 tokens, and some models think before they answer. */
const maxOutputTokens = 8_000;
/** A model that got it wrong is told why, once. */
const attempts = 2;

const answer = describeAnswer();

/** Asks the model for steps and makes nodes of them. Throws `ai_failed` when no usable answer is to be had. */
export async function proposeSteps(
  model: LanguageModel,
  ask: { description: string; definition: FlowDefinition; afterNodeId: string | null; signal: AbortSignal },
): Promise<FlowProposal> {
  const surroundings = describeSurroundings(ask.definition, ask.afterNodeId);
  const turns: ModelTurn[] = [
    { role: 'user', content: `The flow\n${surroundings}\n\nWhat should happen\n${ask.description}` },
  ];
  let usage: ModelUsage | null = null;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const told = await model.ask({
      instructions: draftingInstructions,
      turns,
      answer,
      maxOutputTokens,
      signal: ask.signal,
    });
    usage = add(usage, told.usage);
    const read = readProposedSteps(told.text);
    if (read.ok) {
      const { firstNodeId, nodes } = buildProposal(read.steps, newNodeId);
      return { summary: read.steps.summary, firstNodeId, nodes: nodes.map(toJson), usage };
    }
    turns.push(
      { role: 'assistant', content: told.text },
      {
        role: 'user',
        content: `This cannot be used. Answer again in full.\n- ${read.problems.join('\n- ')}`,
      },
    );
  }
  throw unusableAnswer(
    'The language model drafted nothing that can be used. Say it in other words, or in smaller parts.',
  );
}

const newNodeId = () => `node_${randomUUID()}`;

function add(one: ModelUsage | null, other: ModelUsage | null): ModelUsage | null {
  if (one === null || other === null) return one ?? other;
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
  };
}
