import { findTemplateError, listTemplateVariables, renderTemplate, renderUrlTemplate } from './template';

const nowMs = Date.UTC(2026, 0, 31, 23, 30);

function render(source: string, scope: Record<string, unknown> = {}) {
  return renderTemplate({ source, scope, nowMs, timezone: 'Europe/Berlin' });
}

describe('renderTemplate', () => {
  it('fills in values, and defaults for missing ones', () => {
    const source = 'Hi {{contact.firstName | default: "there"}}{{contact.nothing.at.all}}!';
    expect(render(source, { contact: { firstName: 'Ana' } })).toEqual({ ok: true, text: 'Hi Ana!' });
    expect(render(source, { contact: {} })).toEqual({ ok: true, text: 'Hi there!' });
  });

  it('takes the time from its input and writes it in the zone given', () => {
    expect(render('{{ "now" | date: "%Y-%m-%d %H:%M" }}')).toEqual({ ok: true, text: '2026-02-01 00:30' });
  });

  it('never takes a value for a template', () => {
    expect(render('{{ message.text }}', { message: { text: '{{ contact.email }}' } })).toEqual({
      ok: true,
      text: '{{ contact.email }}',
    });
  });

  it('reaches own properties only', () => {
    expect(render('{{ a.constructor }}{{ a.__proto__ }}{{ a.toString }}', { a: {} })).toEqual({
      ok: true,
      text: '',
    });
  });

  it('writes lists with commas and objects as JSON, also through raw', () => {
    expect(render('{{ a }} {{ b | raw }}', { a: ['x', 'y'], b: { c: 1 } })).toEqual({
      ok: true,
      text: 'x, y {"c":1}',
    });
  });

  it.each([
    ['a loop over a huge range', '{% for i in (1..100000000) %}x{% endfor %}'],
    ['nested loops', '{% for i in (1..900) %}{% for j in (1..900) %}xxxxxxxxxx{% endfor %}{% endfor %}'],
    [
      'a doubling capture',
      `{% capture a %}aaaaaaaa{% endcapture %}${'{% capture a %}{{a}}{{a}}{% endcapture %}'.repeat(200)}`,
    ],
    ['a doubling append', `{% assign a = "aaaaaaaa" %}${'{% assign a = a | append: a %}'.repeat(200)}`],
    ['a too long template', 'x{{a}}'.repeat(10_000)],
    ['reading a file', '{% include "/etc/passwd" %}'],
    ['a filter that rolls dice', '{{ "abc" | sample }}'],
  ])('stops %s', (_name, source) => {
    expect(render(source)).toMatchObject({ ok: false });
  });
});

describe('findTemplateError', () => {
  it('names what is wrong', () => {
    expect(findTemplateError('Hi {{ contact.firstName')).toContain('not closed');
    expect(findTemplateError('{% if a %}x')).toContain('not closed');
    expect(findTemplateError('Hi {{ contact.firstName }}')).toBeNull();
  });
});

describe('listTemplateVariables', () => {
  it('lists dotted paths once', () => {
    expect(listTemplateVariables('{{contact.a}}{{contact.a}}{% if flow.b %}{{x}}{% endif %}')).toEqual([
      'contact.a',
      'flow.b',
      'x',
    ]);
  });
});

describe('renderUrlTemplate', () => {
  const renderUrl = (source: string, scope: Record<string, unknown> = {}) =>
    renderUrlTemplate({ source, scope, nowMs, timezone: 'Europe/Berlin' });

  it('keeps what is filled in inside its place', () => {
    const scope = { contact: { name: 'a/b?c=d&e#f ü', city: 'x@y:1' } };
    expect(renderUrl('https://x.test/{{contact.name}}?q={{contact.city}}&n=1', scope)).toEqual({
      ok: true,
      text: 'https://x.test/a%2Fb%3Fc%3Dd%26e%23f%20%C3%BC?q=x%40y%3A1&n=1',
    });
  });

  it('takes an address from a variable at the very beginning only', () => {
    const scope = { flow: { base: 'https://x.test/v1', id: 'https://y.test' } };
    expect(renderUrl(' {{ flow.base }}/people/{{ flow.id }}', scope)).toEqual({
      ok: true,
      text: 'https://x.test/v1/people/https%3A%2F%2Fy.test',
    });
  });

  it('encodes through filters and raw, also halves of characters', () => {
    expect(renderUrl('https://x.test/{{ a | raw }}/{{ a | split: "" | first }}', { a: '😀/' })).toEqual({
      ok: true,
      text: 'https://x.test/%F0%9F%98%80%2F/',
    });
  });
});

describe('rendered text', () => {
  it('holds no half characters, which no database takes', () => {
    expect(render('{{ a | split: "" | first }}!', { a: '😀' })).toEqual({ ok: true, text: '!' });
  });
});
