export const a1c = {} as const;
