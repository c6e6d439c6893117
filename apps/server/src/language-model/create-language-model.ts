import type OpenAI from 'openai';
import type { Config } from '@instaflow/platform';
import { toModelFailure, unusableAnswer } from './model-failure';

export type ModelTurn = { role: 'user' | 'assistant'; content: string };

export type ModelQuestion = {
  /** What the model is and has to do. */
  instructions: string;
  /** What was said so far; the last turn is the user's. */
  turns: readonly ModelTurn[];
  /** What the answer has to look like. */
  answer: { name: string; schema: Record<string, unknown> };
  /** No more than this is generated, or paid for. */
  maxOutputTokens: number;
  signal: AbortSignal;
};

export type ModelUsage = { inputTokens: number; outputTokens: number };
export type ModelAnswer = { text: string; usage: ModelUsage | null };

const maxRefusalLength = 300;

/** A language model that speaks the HTTP API of OpenAI, whoever runs it. */
export type LanguageModel = {
  /**
   * Answers JSON that is meant to match the schema: not every model keeps to it. Throws an `AppError`
   * `ai_failed` that tells a person what to do.
   */
  ask(question: ModelQuestion): Promise<ModelAnswer>;
};

/** The model the configuration names; null without a key. Its code is loaded when it is first asked. */
export function createLanguageModel({ apiKey, baseUrl, model }: Config['openai']): LanguageModel | null {
  if (apiKey === null) return null;
  let client: Promise<OpenAI> | null = null;
  // One retry: whoever asked is waiting.
  const open = async () =>
    new (await import('openai')).OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 1, logLevel: 'off' });
  return {
    ask: async ({ instructions, turns, answer, maxOutputTokens, signal }) => {
      client ??= open();
      try {
        const completion = await (
          await client
        ).chat.completions.create(
          {
            model,
            messages: [{ role: 'system', content: instructions }, ...turns],
            response_format: { type: 'json_schema', json_schema: { ...answer, strict: true } },
            max_completion_tokens: maxOutputTokens,
          },
          { signal },
        );
        return readCompletion(completion);
      } catch (error) {
        throw toModelFailure(error, { model, baseUrl });
      }
    },
  };
}

/** What says it speaks this API does not always answer what the types promise. */
function readCompletion(completion: Partial<OpenAI.ChatCompletion>): ModelAnswer {
  const choice = completion.choices?.[0];
  if (choice?.finish_reason === 'length') {
    throw unusableAnswer('This is more than can be drafted at once: describe a smaller part of it.');
  }
  const { content, refusal } = choice?.message ?? {};
  if (refusal) throw unusableAnswer(`The language model declined: ${refusal.slice(0, maxRefusalLength)}`);
  if (!content) throw unusableAnswer('The language model answered nothing. Try again.');
  const { usage } = completion;
  return {
    text: content,
    usage: usage ? { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens } : null,
  };
}
