import { ForTag, Liquid, filters, toValue, type Context, type Emitter, type Template } from 'liquidjs';
import { cleanText } from '../parse/clean-text';

/** Longest template accepted; Instagram takes 1000 bytes of text. */
export const maxTemplateLength = 20_000;

/**
 * Budget of one rendering in liquidjs' memory units. Every piece of output and every loop is charged to it, so that
 * a template that explodes ends after about a hundred thousand characters, at the same point in every replay.
 */
const memoryBudget = 200_000;
const loopCharge = 500;

const builtInDate: unknown = filters['date'];

type FilterScope = { context: Context };

/** Tags that read files, or loop without a charge. */
const removedTags = ['include', 'render', 'layout', 'block', 'tablerow'];
/** Filters that roll dice or read a clock of their own. */
const removedFilters = [
  'sample',
  'date_to_xmlschema',
  'date_to_rfc822',
  'date_to_string',
  'date_to_long_string',
];

/** A `for` whose every entry and every character is charged. */
class ChargedFor extends ForTag {
  override *render(context: Context, emitter: Emitter): Generator<unknown, void | string, Template[]> {
    context.memoryLimit.use(loopCharge);
    const charged: Emitter = {
      get buffer() {
        return emitter.buffer;
      },
      write(html: unknown) {
        context.memoryLimit.use(String(html).length);
        emitter.write(html);
      },
    };
    return yield* super.render(context, charged);
  }
}

function toText(value: unknown): string {
  const plain: unknown = toValue(value);
  if (plain === null || plain === undefined) return '';
  if (Array.isArray(plain)) return plain.map(toText).join(', ');
  if (typeof plain === 'string') return plain;
  return typeof plain === 'number' || typeof plain === 'boolean' ? String(plain) : JSON.stringify(plain);
}

function chargeOutput(this: FilterScope, value: unknown): string {
  const text = toText(value);
  this.context.memoryLimit.use(text.length);
  return Reflect.get(this.context.globals, 'isUrl') === true ? encodeUrlPart(text) : text;
}

function encodeUrlPart(text: string): string {
  return encodeURIComponent(String(cleanText(text)));
}

/** `now` and `today` are the turn's time, and dates are written in the account's time zone, never this machine's. */
function formatDate(this: FilterScope, value: unknown, format?: unknown, zone?: unknown): unknown {
  const { nowMs, timezone } = readClock(this.context);
  const moment = value === 'now' || value === 'today' ? nowMs / 1000 : value;
  return typeof builtInDate === 'function'
    ? Reflect.apply(builtInDate, this, [moment, format, zone ?? timezone])
    : moment;
}

function readClock(context: Context): { nowMs: number; timezone: string } {
  const nowMs: unknown = Reflect.get(context.globals, 'nowMs');
  const timezone: unknown = Reflect.get(context.globals, 'timezone');
  return {
    nowMs: typeof nowMs === 'number' ? nowMs : 0,
    timezone: typeof timezone === 'string' ? timezone : 'UTC',
  };
}

function createLiquid(): Liquid {
  const liquid = new Liquid({
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: false,
    templates: {},
    locale: 'en-US',
    timezoneOffset: 'UTC',
    parseLimit: maxTemplateLength,
    memoryLimit: memoryBudget,
    outputEscape: chargeOutput,
  });
  for (const name of removedTags) delete liquid.tags[name];
  for (const name of removedFilters) delete liquid.filters[name];
  liquid.registerTag('for', ChargedFor);
  liquid.registerFilter('date', formatDate);
  liquid.registerFilter('raw', (value: unknown) => value);
  return liquid;
}

export const liquid = createLiquid();
