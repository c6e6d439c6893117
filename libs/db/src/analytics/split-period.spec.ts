import { splitPeriod } from './split-period';

const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);
const shown = (from: string, until: string, counted: string | null) => {
  const split = splitPeriod({ from: at(from), until: at(until) }, counted === null ? null : at(counted));
  const show = (part: { from: Date; until: Date }) =>
    [part.from, part.until].map((date) => date.toISOString().slice(11, 16)).join('-');
  return { counted: split.counted && show(split.counted), live: split.live.map(show) };
};

describe('splitPeriod', () => {
  it('takes whole counted hours, and the rest from the turns', () => {
    expect(shown('08:30', '12:15', '11:00')).toEqual({
      counted: '09:00-11:00',
      live: ['08:30-09:00', '11:00-12:15'],
    });
  });

  it('has nothing live in a period of whole hours that are all counted', () => {
    expect(shown('08:00', '10:00', '11:00')).toEqual({ counted: '08:00-10:00', live: [] });
  });

  it('takes the part of an hour at the end of a period that is long over from the turns', () => {
    expect(shown('08:00', '10:30', '23:00')).toEqual({ counted: '08:00-10:00', live: ['10:00-10:30'] });
  });

  it.each([null, '08:00', '07:00'])('is all live when no hour of it is counted (%s)', (counted) => {
    expect(shown('08:00', '10:00', counted)).toEqual({ counted: null, live: ['08:00-10:00'] });
  });
});
