import { placeTooltip } from './place-tooltip';

const window = { width: 400, height: 300 };
const tip = { width: 80, height: 24 };
const trigger = { left: 100, top: 100, width: 28, height: 28 };

describe('the place of a tooltip', () => {
  it('is beside its trigger, centred, on the wanted side', () => {
    expect(placeTooltip({ trigger, tip, window, side: 'top' })).toEqual({ left: 74, top: 70 });
    expect(placeTooltip({ trigger, tip, window, side: 'bottom' })).toEqual({ left: 74, top: 134 });
    expect(placeTooltip({ trigger, tip, window, side: 'right' })).toEqual({ left: 134, top: 102 });
    expect(placeTooltip({ trigger: { ...trigger, left: 200 }, tip, window, side: 'left' }).left).toBe(114);
  });

  it('is on the other side where there is no room', () => {
    expect(placeTooltip({ trigger: { ...trigger, top: 4 }, tip, window, side: 'top' }).top).toBe(38);
    expect(placeTooltip({ trigger: { ...trigger, left: 360 }, tip, window, side: 'right' }).left).toBe(274);
  });

  it('stays inside the window', () => {
    expect(placeTooltip({ trigger: { ...trigger, left: 0 }, tip, window, side: 'top' }).left).toBe(8);
    expect(placeTooltip({ trigger: { ...trigger, left: 380 }, tip, window, side: 'top' }).left).toBe(312);
  });
});
