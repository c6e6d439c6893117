import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export type ReceivedMail = { from: string; to: string[]; data: string };

export type SmtpServer = {
  url: string;
  /** Mails taken, in order. */
  mails: ReceivedMail[];
  /** Answers to the next recipients, in order, instead of taking them. */
  refusals: string[];
  /** Cuts the connection after the next mail was taken, before it says so. */
  dropsNextAnswer: boolean;
  close(): Promise<void>;
};

/** A mail server of a few words on loopback. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => sockets.delete(socket));
    serve(socket, smtp);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const smtp: SmtpServer = {
    url: `smtp://127.0.0.1:${port}`,
    mails: [],
    refusals: [],
    dropsNextAnswer: false,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return smtp;
}

function serve(socket: Socket, smtp: SmtpServer): void {
  let unread = '';
  let mail: ReceivedMail = { from: '', to: [], data: '' };
  let isData = false;
  const say = (line: string) => void socket.write(`${line}\r\n`);

  const endData = (): void => {
    isData = false;
    smtp.mails.push(mail);
    mail = { from: '', to: [], data: '' };
    if (smtp.dropsNextAnswer) {
      smtp.dropsNextAnswer = false;
      socket.destroy();
    } else say('250 taken');
  };
  const obey = (line: string): void => {
    const word = line.slice(0, 4).toUpperCase();
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    if (word === 'MAIL') mail.from = address;
    if (word === 'RCPT') {
      const refusal = smtp.refusals.shift();
      if (refusal !== undefined) return say(refusal);
      mail.to.push(address);
    }
    if (word === 'DATA') {
      isData = true;
      return say('354 go on');
    }
    say(word === 'QUIT' ? '221 bye' : '250 fine');
  };
  socket.on('data', (chunk) => {
    unread += chunk.toString('utf8');
    for (let end = unread.indexOf('\r\n'); end >= 0; end = unread.indexOf('\r\n')) {
      const line = unread.slice(0, end);
      unread = unread.slice(end + 2);
      if (!isData) obey(line);
      else if (line === '.') endData();
      else mail.data += `${line.replace(/^\./, '')}\n`;
    }
  });
  say('220 ready');
}
