export const days = {} as const;
