import { formatSize } from './format-size';
import { nameRecording } from './name-recording';

describe('a recording', () => {
  const day = '2026-04-02';

  it('is named after its flow and the day', () => {
    expect(nameRecording({ name: 'Spring sale', day, type: 'image/gif' })).toBe('Spring sale 2026-04-02.gif');
    expect(nameRecording({ name: 'Größe', day, type: 'video/webm;codecs=vp9' })).toBe(
      'Größe 2026-04-02.webm',
    );
  });

  it('has a name that every file system takes', () => {
    expect(nameRecording({ name: 'Sale: 50/50?', day, type: 'video/mp4' })).toBe(
      'Sale  50 50 2026-04-02.mp4',
    );
    expect(nameRecording({ name: ' ?', day, type: 'video/mp4' })).toBe('conversation 2026-04-02.mp4');
  });

  it('has a size people can read', () => {
    expect(formatSize(840_200, 'en')).toBe('841 kB');
    expect(formatSize(999_900, 'en')).toBe('1 MB');
    expect(formatSize(1_340_000, 'en')).toBe('1.3 MB');
  });
});
