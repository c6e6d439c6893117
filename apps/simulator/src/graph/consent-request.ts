import { z } from 'zod';
import { facebookScopes } from '../accounts/token';

const webAddress = z.url({ protocol: /^https?$/ });

const instagramSchema = z.object({
  client_id: z.string(),
  redirect_uri: webAddress,
  response_type: z.literal('code'),
  scope: z.string().min(1),
  state: z.string().optional(),
});

/** `config_id` (Facebook Login for Business) stands for a set of scopes chosen in the dashboard. */
const facebookSchema = z
  .object({
    client_id: z.string(),
    redirect_uri: webAddress,
    response_type: z.literal('code').default('code'),
    scope: z.string().optional(),
    config_id: z.string().optional(),
    state: z.string().optional(),
  })
  .refine(({ scope, config_id: configId }) => scope ?? configId, 'scope or config_id is required')
  .transform(({ config_id: configId, ...request }) => ({
    ...request,
    scope: configId === undefined ? (request.scope ?? '') : facebookScopes.join(','),
  }));

export type ConsentRequest = z.infer<typeof instagramSchema>;
export type Login = 'instagram' | 'facebook';

/** What the program asks the owner for, or why it may not ask. */
export function readConsentRequest(
  login: Login,
  input: unknown,
  appId: string,
): { request: ConsentRequest; problem: null } | { request: null; problem: string } {
  const parsed = (login === 'instagram' ? instagramSchema : facebookSchema).safeParse(input);
  if (!parsed.success) return { request: null, problem: z.prettifyError(parsed.error) };
  if (parsed.data.client_id !== appId) return { request: null, problem: invalidApp[login] };
  return { request: parsed.data, problem: null };
}

const invalidApp: Record<Login, string> = {
  instagram: 'Invalid platform app',
  facebook: 'Invalid App ID: The provided app ID does not look like a valid app ID.',
};

/** Scopes as the program wrote them: with commas or blanks between. */
export function listScopes({ scope }: ConsentRequest): string[] {
  return scope.split(/[\s,]+/).filter(Boolean);
}

const decisionSchema = z.object({
  decision: z.enum(['allow', 'deny']),
  account: z.string().default('new'),
  username: z.string().max(30).default(''),
});

export type Decision = z.infer<typeof decisionSchema> & {
  /** What stayed ticked. */
  scopes: string[];
  /** Facebook Login: the IG_IDs behind the ticked Pages. */
  pages: string[];
};

/** The ticked boxes arrive as `scope:<name>` and `page:<IG_ID>`; a person may untick what they do not want to give. */
export function readDecision(body: unknown): Decision | null {
  const parsed = decisionSchema.safeParse(body);
  if (!parsed.success) return null;
  return { ...parsed.data, scopes: listTicked(body, 'scope:'), pages: listTicked(body, 'page:') };
}

function listTicked(body: unknown, prefix: string): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.keys(body)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}
