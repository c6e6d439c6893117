import { normalizeText, trimPunctuation } from './normalize-text';

/**
 * Words that end or resume automated messages when they are the whole message. Words people also use for an order
 * ("cancel", "end", "quit") are left out on purpose.
 */
const optOutWords = new Set([
  'stop',
  'stop all',
  'unsubscribe',
  'opt out',
  'optout',
  'stopp',
  'abmelden',
  'abbestellen',
  'baja',
  'darse de baja',
  'parar',
  'cancelar suscripcion',
  'arret',
  'arreter',
  'desabonner',
  'se desabonner',
  'desinscrire',
  'disiscriviti',
  'annulla iscrizione',
  'afmelden',
  'cancelar inscricao',
  'descadastrar',
]);
const optInWords = new Set([
  'start',
  'unstop',
  'subscribe',
  'opt in',
  'optin',
  'anmelden',
  'alta',
  'iniciar',
  'empezar',
  'commencer',
  'inizia',
  'comecar',
]);

function asWord(text: string): string {
  return trimPunctuation(normalizeText(text));
}

/** The message as an opt-out word (STOP …); null when it is none. */
export function findOptOutWord(text: string): string | null {
  const word = asWord(text);
  return optOutWords.has(word) ? word : null;
}

/** The message as an opt-in word (START …); null when it is none. */
export function findOptInWord(text: string): string | null {
  const word = asWord(text);
  return optInWords.has(word) ? word : null;
}
