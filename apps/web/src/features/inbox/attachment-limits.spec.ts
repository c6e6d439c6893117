import { messagingLimits } from '@instaflow/contracts';
import { acceptedTypes, attachmentLimits, checkFile, maxAttachments } from './attachment-limits';

describe('attachment limits', () => {
  it('are those of the contracts', () => {
    expect(attachmentLimits).toEqual(messagingLimits.media);
    expect(maxAttachments).toBe(messagingLimits.images);
    expect(acceptedTypes.split(',')).toContain('application/pdf');
  });

  it.each([
    [
      { type: 'image/jpeg', size: 8 * 1024 * 1024 },
      { kind: 'image', problem: null },
    ],
    [
      { type: 'image/jpeg', size: 8 * 1024 * 1024 + 1 },
      { kind: 'image', problem: 'tooLarge', limitMegabytes: 8 },
    ],
    [
      { type: 'application/pdf', size: 1 },
      { kind: 'file', problem: null },
    ],
    [
      { type: 'image/svg+xml', size: 1 },
      { kind: null, problem: 'wrongType' },
    ],
    [
      { type: '', size: 1 },
      { kind: null, problem: 'wrongType' },
    ],
  ])('judge %j', (file, verdict) => {
    expect(checkFile(file)).toEqual(verdict);
  });
});
