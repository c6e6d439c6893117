import { findTemplateError, listTemplateVariables, renderTemplate } from './template';

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
