import { createTransport } from 'nodemailer';

export type Mail = { to: string; subject: string; text: string; messageId: string };
export type Mailer = {
  /** Answers when the mail server has taken the mail; rejects with its error otherwise. */
  send(mail: Mail): Promise<void>;
};

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Sends mail through the server of `smtpUrl`; null without one. Plain text only, one connection per mail. */
export function createMailer({
  smtpUrl,
  publicUrl,
}: {
  smtpUrl: string | null;
  publicUrl: string;
}): Mailer | null {
  if (smtpUrl === null) return null;
  const transport = createTransport({
    url: smtpUrl,
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const from = { name: 'InstaFlow', address: senderOf(smtpUrl, publicUrl) };
  return {
    send: async (mail) => {
      await transport.sendMail({ ...mail, from });
    },
  };
}

/** Many servers take mail only from the address that signs in; otherwise one of our own domain is the best guess. */
function senderOf(smtpUrl: string, publicUrl: string): string {
  const user = decodeURIComponent(new URL(smtpUrl).username);
  return user.includes('@') ? user : `instaflow@${new URL(publicUrl).hostname}`;
}
