import { z } from 'zod';
import { instagramLimits, ruleOperators } from '@instaflow/flow-model';

const maxSteps = 25;
const minutesOf30Days = 43_200;

const key = z.string().min(1).max(40).describe('A short name of this step, used by `next` of others');
const next = z.string().max(40).nullable().describe('The key of the step that follows; null ends here');
const name = z.string().min(1).max(80).describe('What the step is for, in a few words');
const title = z
  .string()
  .min(1)
  .max(instagramLimits.titleLength)
  .describe(`At most ${instagramLimits.titleLength} characters, each title once in its message`);
const text = z.string().min(1).max(900);
const attribute = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/)
  .describe('Lower case letters, digits and underscores');
const tag = z.string().min(1).max(60);

const kinds = {
  message: {
    text: text.describe(
      `At most 900 characters, ${instagramLimits.buttonTextLength} with buttons. Sent before \`next\` goes on`,
    ),
    buttons: z
      .array(
        z.strictObject({
          title,
          url: z
            .string()
            .max(1000)
            .nullable()
            .describe('Opens this https:// address; "" when it is not known; null for a button that answers'),
          next,
        }),
      )
      .max(instagramLimits.buttons)
      .describe('Stay below the message'),
    quickReplies: z
      .array(z.strictObject({ title, next }))
      .max(instagramLimits.quickReplies)
      .describe('Answers to choose from, gone after one was tapped; never together with buttons'),
    next: next.describe('Where it goes on without a tap; null when it waits for one'),
  },
  ask: {
    question: text,
    answer: z.enum(['text', 'email', 'phone', 'number', 'date']),
    saveTo: attribute,
    askAgain: z.string().max(900).describe('Said once when the answer is not valid; "" repeats the question'),
    next: next.describe('After a valid answer'),
    ifInvalid: next,
  },
  condition: {
    field: z
      .string()
      .min(1)
      .max(120)
      .describe('contact.tags, contact.email, contact.phone or contact.attributes.<name>'),
    operator: z.enum(ruleOperators),
    value: z.string().max(200).describe('"" for exists and not_exists'),
    ifTrue: next,
    ifNot: next,
  },
  wait: { minutes: z.number().int().min(1).max(minutesOf30Days), next },
  add_tag: { tag, next },
  remove_tag: { tag, next },
  set_attribute: { attribute, value: z.string().max(500), next },
  split: {
    branches: z
      .array(z.strictObject({ label: z.string().min(1).max(40), percent: z.number().int().min(1), next }))
      .min(2)
      .max(5)
      .describe('People at random; the percentages sum to 100'),
  },
  follow_check: { ifFollows: next, ifNot: next },
  business_hours: { ifOpen: next, ifClosed: next },
  notify_team: { message: text, next },
  goal: { goal: z.string().min(1).max(60), next },
  hand_over: {
    messageToTeam: text,
    messageToContact: z.string().max(900).describe('"" says nothing'),
  },
};

type StepKind = keyof typeof kinds;

const step = <K extends StepKind>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), key, name, ...kinds[kind] });

const proposedStepSchema = z.discriminatedUnion('kind', [
  step('message'),
  step('ask'),
  step('condition'),
  step('wait'),
  step('add_tag'),
  step('remove_tag'),
  step('set_attribute'),
  step('split'),
  step('follow_check'),
  step('business_hours'),
  step('notify_team'),
  step('goal'),
  step('hand_over'),
]);
export type ProposedStep = z.infer<typeof proposedStepSchema>;
export type ProposedStepOf<K extends StepKind> = Extract<ProposedStep, { kind: K }>;

/**
 * Steps in the words somebody who has not seen a flow document can draft them in: a language model. Smaller than the
 * document on purpose: no ids of other things, no conditions of connections, no code.
 */
export const proposedStepsSchema = z.strictObject({
  summary: z.string().max(400).describe('What was drafted and what is left to fill in, in two sentences'),
  steps: z.array(proposedStepSchema).min(1).max(maxSteps).describe('The first one is where it begins'),
});
export type ProposedSteps = z.infer<typeof proposedStepsSchema>;
