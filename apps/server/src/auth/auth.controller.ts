import { Controller, Inject } from '@nestjs/common';
import { endpoints, type ResponseOf } from '@instaflow/contracts';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { Route } from '../http/route';
import { AccessTokens } from './access-tokens';
import { logIn } from './log-in';
import { LoginThrottles } from './login-throttles';
import { refreshCookie } from './refresh-cookie';
import { registerUser } from './register-user';
import { Sessions, sessionEnded, type Client, type IssuedSession } from './sessions';

type SessionAnswer = ResponseOf<typeof endpoints.login>;

@Controller()
export class AuthController {
  constructor(
    @Inject(dependenciesToken) private readonly deps: Dependencies,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(LoginThrottles) private readonly throttles: LoginThrottles,
    @Inject(AccessTokens) private readonly tokens: AccessTokens,
  ) {}

  @Route(endpoints.register)
  async register(call: Call<typeof endpoints.register>): Promise<SessionAnswer> {
    const client = clientOf(call);
    await this.throttles.registration.count(client.ipAddress);
    return this.#answer(call, await registerUser(this.deps, this.sessions, { body: call.body, client }));
  }

  @Route(endpoints.login)
  async login(call: Call<typeof endpoints.login>): Promise<SessionAnswer> {
    return this.#answer(
      call,
      await logIn(
        { deps: this.deps, sessions: this.sessions, throttles: this.throttles },
        { body: call.body, client: clientOf(call) },
      ),
    );
  }

  @Route(endpoints.refresh)
  async refresh(call: Call<typeof endpoints.refresh>): Promise<SessionAnswer> {
    const client = clientOf(call);
    await this.throttles.refresh.count(client.ipAddress);
    const token = refreshCookie.read(call.request);
    if (token === null) throw sessionEnded();
    return this.#answer(call, await this.sessions.refresh(token, client));
  }

  /** Ends the session of the cookie; a client without cookies names its session by its access token. */
  @Route(endpoints.logout)
  async logout(call: Call<typeof endpoints.logout>): Promise<null> {
    const token = refreshCookie.read(call.request);
    if (token !== null) await this.sessions.end(token);
    const bearer = call.request.headers.authorization?.replace(/^Bearer +/i, '');
    const claims = bearer === undefined ? null : await this.tokens.verify(bearer);
    if (claims !== null) await this.sessions.endById(claims.sessionId);
    refreshCookie.clear(call.reply, this.deps.config.publicUrl);
    return null;
  }

  #answer(call: Pick<Call, 'reply'>, issued: IssuedSession): SessionAnswer {
    const { publicUrl } = this.deps.config;
    refreshCookie.write(call.reply, { token: issued.refreshToken, publicUrl });
    return { userId: issued.userId, email: issued.email, token: issued.token };
  }
}

function clientOf({ request }: Pick<Call, 'request'>): Client {
  return { userAgent: request.headers['user-agent']?.slice(0, 300) ?? null, ipAddress: request.ip };
}
