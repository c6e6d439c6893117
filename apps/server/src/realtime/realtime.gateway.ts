import type { IncomingMessage } from 'node:http';
import { Inject, type OnApplicationShutdown } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayConnection } from '@nestjs/websockets';
import type { RawData, WebSocket } from 'ws';
import { errorCodes, realtimeClientMessage, realtimePath, type RealtimePresence } from '@instaflow/contracts';
import { AccessTokens } from '../auth/access-tokens';
import { dependenciesToken, type Dependencies } from '../dependencies';
import { CallerDirectory } from '../http/caller-directory';
import { isOwnOrigin } from './is-own-origin';
import { MessageBudget } from './message-budget';
import { RealtimeHub } from './realtime-hub';
import { RealtimeSocket, closeCodes } from './realtime-socket';

const maxMessageBytes = 16 * 1_024;
const helloWithinMs = 5_000;
const maxSocketsPerUser = 40;

/** The stream of changes: one socket per browser, signed in by its first message. */
@WebSocketGateway({ path: realtimePath, maxPayload: maxMessageBytes })
export class RealtimeGateway implements OnGatewayConnection, OnApplicationShutdown {
  readonly #hub: RealtimeHub;

  constructor(
    @Inject(dependenciesToken) private readonly deps: Dependencies,
    @Inject(AccessTokens) private readonly tokens: AccessTokens,
    @Inject(CallerDirectory) private readonly directory: CallerDirectory,
  ) {
    this.#hub = new RealtimeHub(deps, directory);
  }

  handleConnection(client: WebSocket, request: IncomingMessage): void {
    const socket = new RealtimeSocket(client);
    if (!isOwnOrigin(request.headers, this.deps.config)) {
      socket.close(closeCodes.policy, 'pages of another origin are not served');
      return;
    }
    const hello = setTimeout(() => socket.close(closeCodes.signInAgain, 'nobody signed in'), helloWithinMs);
    const budget = new MessageBudget(this.deps.clock);
    client.on('pong', () => (socket.isAlive = true));
    client.on('close', () => {
      clearTimeout(hello);
      this.#hub.leave(socket);
    });
    client.on('message', (data: RawData) => {
      // What still comes after a refusal is not even read.
      if (!socket.isOpen) return;
      const message = readMessage(data);
      const verdict = budget.take(message?.type === 'flow.pointer' ? 'pointer' : 'message');
      if (verdict === 'close') return socket.close(closeCodes.policy, 'too many messages');
      if (verdict === 'serve') this.#receive(socket, message, hello);
    });
  }

  onApplicationShutdown(): Promise<void> {
    return this.#hub.stop();
  }

  #receive(socket: RealtimeSocket, message: ClientMessage | null, hello: NodeJS.Timeout): void {
    if (message === null) return refuse(socket, closeCodes.policy, errorCodes.malformedRequest);
    switch (message.type) {
      case 'flow.presence':
        return void this.#look(socket, message);
      case 'flow.pointer':
        return this.#hub.point(socket, message);
      case 'authenticate':
        return void this.#signIn(socket, message, hello);
    }
  }

  async #signIn(
    socket: RealtimeSocket,
    message: Extract<ClientMessage, { type: 'authenticate' }>,
    hello: NodeJS.Timeout,
  ): Promise<void> {
    try {
      const claims = await this.tokens.verify(message.token);
      const caller = claims === null ? null : await this.directory.find(claims);
      if (claims === null || caller === null) {
        return refuse(socket, closeCodes.signInAgain, errorCodes.unauthorized);
      }
      const isFirst = socket.signedIn === null;
      if (isFirst && this.#hub.countOf(caller.userId) >= maxSocketsPerUser) {
        return refuse(socket, closeCodes.policy, errorCodes.tooManyRequests);
      }
      clearTimeout(hello);
      // A fresh token on an open stream only prolongs it.
      socket.signedIn = { caller, expiresAtMs: claims.expiresAtMs };
      if (isFirst) await this.#hub.join(socket, message.since);
    } catch (error) {
      this.deps.log.warn({ err: error }, 'A stream could not be opened.');
      refuse(socket, closeCodes.tryLater, errorCodes.unavailable);
    }
  }

  async #look(socket: RealtimeSocket, message: RealtimePresence): Promise<void> {
    if (socket.signedIn === null) return refuse(socket, closeCodes.signInAgain, errorCodes.unauthorized);
    try {
      await this.#hub.look(socket, message);
    } catch (error) {
      this.deps.log.warn({ err: error }, 'Who looks at a flow could not be noted; the next message may be.');
    }
  }
}

type ClientMessage = ReturnType<typeof realtimeClientMessage.parse>;

function readMessage(data: RawData): ClientMessage | null {
  try {
    const text = Buffer.isBuffer(data) ? data.toString('utf8') : '';
    const parsed = realtimeClientMessage.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON is as wrong as the wrong JSON.
    return null;
  }
}

const sentences: Record<string, string> = {
  [errorCodes.malformedRequest]: 'The message is not understood.',
  [errorCodes.unauthorized]: 'Please sign in again.',
  [errorCodes.tooManyRequests]: 'Too many windows are open.',
  [errorCodes.unavailable]: 'Temporarily unavailable.',
};

function refuse(socket: RealtimeSocket, closeCode: number, code: string): void {
  const message = sentences[code] ?? 'Refused.';
  socket.send({ type: 'error', code, message });
  socket.close(closeCode, message);
}
