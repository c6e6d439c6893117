export const recordingKinds = ['gif', 'video'] as const;
export type RecordingKind = (typeof recordingKinds)[number];
