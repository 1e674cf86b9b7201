/** How a body came to its end: merged into another, split into several, abolished, or going on under another name. */
export const successionKinds = ['merge', 'split', 'abolition', 'renaming'] as const;
export type SuccessionKind = (typeof successionKinds)[number];
