import type { Switches } from '../state/switches';
import { escapeJson } from './escape-json';

/** A webhook's body as bytes-to-be: escaped as Meta documents it, or plain UTF-8. */
export function writeJson(value: unknown, { escapedJson }: Switches): string {
  return escapedJson ? escapeJson(value) : JSON.stringify(value);
}
