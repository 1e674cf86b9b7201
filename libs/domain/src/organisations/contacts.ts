/**
 * Addresses of a body itself, beside those of the people in its posts: the desk that opens its post, whoever handles
 * what comes in, and the office of its head.
 */
export const contactKinds = ['desk', 'handler', 'head'] as const;
export type ContactKind = (typeof contactKinds)[number];
