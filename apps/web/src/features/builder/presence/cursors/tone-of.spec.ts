import { toneOf } from './tone-of';

const idOf = (index: number) => `019a8c3e-7d10-7abc-8def-0123456789${String(index).padStart(2, '0')}`;

describe('toneOf', () => {
  it('is the same for the same person', () => {
    expect(toneOf(idOf(7))).toBe(toneOf(idOf(7)));
    expect(toneOf('')).toBe(toneOf(''));
  });

  it('spreads people who were added one after the other over all colours', () => {
    const tones = Array.from({ length: 60 }, (_, index) => toneOf(idOf(index)));
    const counts = [...new Set(tones)].map((tone) => tones.filter((other) => other === tone).length);
    expect(counts).toHaveLength(6);
    expect(Math.max(...counts)).toBeLessThan(20);
  });
});
