import { z } from 'zod';

export const buttonSchema = z.looseObject({
  type: z.enum(['quick_reply', 'postback', 'web_url']),
  text: z.string(),
  payload: z.string().nullish(),
  url: z.string().nullish(),
});
export type Button = z.infer<typeof buttonSchema>;

/** What Instagram sends back when the button is tapped: its payload, or its text when none was given. */
export function buttonPayload(button: { text: string; payload?: string | null | undefined }): string {
  return button.payload ? button.payload : button.text;
}
