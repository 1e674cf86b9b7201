/** Injection tokens of what is no class. */
export const tokens = { settings: Symbol('settings'), logger: Symbol('logger') } as const;
